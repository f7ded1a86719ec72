-- CreateIndex
CREATE INDEX "Escalation_councilId_committeeId_at_idx" ON "Escalation"("councilId", "committeeId", "at");
