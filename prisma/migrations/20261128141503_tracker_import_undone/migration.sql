-- AlterTable
ALTER TABLE "TrackerImport" ADD COLUMN     "undoneAt" TIMESTAMPTZ(3);
