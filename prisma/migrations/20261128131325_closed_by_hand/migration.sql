-- AlterTable
ALTER TABLE "ItemRecord" ADD COLUMN     "closedByHand" BOOLEAN NOT NULL DEFAULT false;
