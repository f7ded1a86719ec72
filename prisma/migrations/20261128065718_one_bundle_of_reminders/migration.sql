-- DropTable
DROP TABLE "ReportReminder";

-- CreateIndex
CREATE INDEX "ReminderSlot_councilId_subject_idx" ON "ReminderSlot"("councilId", "subject");
