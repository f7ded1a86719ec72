-- CreateEnum
CREATE TYPE "MinutesCommentAbout" AS ENUM ('text', 'attendance');

-- AlterTable
ALTER TABLE "MinutesComment" ADD COLUMN     "about" "MinutesCommentAbout" NOT NULL DEFAULT 'text';

-- What a member said of their attendance was told by how it began.
UPDATE "MinutesComment" SET "about" = 'attendance', "text" = substr("text", 13) WHERE "text" LIKE 'Attendance: %';
