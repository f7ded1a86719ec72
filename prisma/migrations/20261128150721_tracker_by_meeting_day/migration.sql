-- CreateIndex
CREATE INDEX "TrackerRow_councilId_metOn_idx" ON "TrackerRow"("councilId", "metOn");
