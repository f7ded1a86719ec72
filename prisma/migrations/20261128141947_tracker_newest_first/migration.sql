-- CreateIndex
CREATE INDEX "TrackerRow_councilId_id_idx" ON "TrackerRow"("councilId", "id");
