-- AlterTable
ALTER TABLE "Publication" ADD COLUMN     "ownPages" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "printedNo" INTEGER;
