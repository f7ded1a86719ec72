-- AlterTable
ALTER TABLE "Sitting" ADD COLUMN     "isTracked" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "Sitting_councilId_isTracked_idx" ON "Sitting"("councilId", "isTracked");
