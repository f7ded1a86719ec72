-- AlterTable
ALTER TABLE "ReportDuty" ADD COLUMN     "answeredById" UUID,
ADD COLUMN     "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "byHand" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "expectedOn" DATE;

-- CreateTable
CREATE TABLE "ReportReminder" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "ReportReminder_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReportReminder_councilId_personId_day_idx" ON "ReportReminder"("councilId", "personId", "day");

-- CreateIndex
CREATE UNIQUE INDEX "ReportReminder_councilId_meetingId_personId_day_key" ON "ReportReminder"("councilId", "meetingId", "personId", "day");
