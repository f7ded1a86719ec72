-- AlterTable
ALTER TABLE "Council" ADD COLUMN     "asksForWhip" BOOLEAN;

-- AlterTable
ALTER TABLE "InterestAnswer" ADD COLUMN     "relayedNote" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "InterestNotice" ADD COLUMN     "relayedNote" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "WhipNotice" ADD COLUMN     "relayedNote" TEXT NOT NULL DEFAULT '';
