-- CreateEnum
CREATE TYPE "AddedDayKind" AS ENUM ('holiday', 'closure');

-- CreateEnum
CREATE TYPE "MeetingChangeKind" AS ENUM ('cancelled', 'postponed', 'moved', 'time', 'room', 'restored');

-- CreateEnum
CREATE TYPE "ReportEffect" AS ENUM ('original', 'adds', 'replaces', 'fulfils');

-- CreateEnum
CREATE TYPE "ReportStep" AS ENUM ('draft', 'final', 'clearance', 'briefing');

-- CreateEnum
CREATE TYPE "ProposalState" AS ENUM ('open', 'taken', 'dismissed');

-- AlterEnum
ALTER TYPE "MeetingState" ADD VALUE 'postponed';

-- AlterTable
ALTER TABLE "AgendaItem" ADD COLUMN     "confidentialBasis" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "lead" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "openedOn" DATE,
ADD COLUMN     "paragraphs" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "publicInterest" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "toFollow" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Committee" ADD COLUMN     "briefingLead" INTEGER NOT NULL DEFAULT 3,
ADD COLUMN     "clearanceLead" INTEGER NOT NULL DEFAULT 8,
ADD COLUMN     "countsOpenings" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "draftLead" INTEGER NOT NULL DEFAULT 15,
ADD COLUMN     "finalLead" INTEGER NOT NULL DEFAULT 10;

-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "answersSince" TIMESTAMPTZ(3),
ADD COLUMN     "convenedOn" DATE;

-- AlterTable
ALTER TABLE "Publication" ADD COLUMN     "membersAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "onlineAt" TIMESTAMPTZ(3),
ADD COLUMN     "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawnById" UUID;

-- What was published before this version was open when it was published.
UPDATE "Publication" SET "membersAt" = "publishedAt", "openedAt" = "publishedAt";

-- CreateTable
CREATE TABLE "AddedDay" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "date" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "AddedDayKind" NOT NULL,

    CONSTRAINT "AddedDay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StandingItem" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "StandingItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingChange" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kinds" "MeetingChangeKind"[],
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MeetingChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ItemReport" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "publicationId" UUID NOT NULL,
    "effect" "ReportEffect" NOT NULL,
    "pageFrom" INTEGER,
    "pageTo" INTEGER,
    "openedOn" DATE NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ItemReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RestrictedPaper" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "announcedById" UUID NOT NULL,
    "announcedAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "RestrictedPaper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RestrictedGrant" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "paperId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "grantedById" UUID NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RestrictedGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportDuty" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "step" "ReportStep" NOT NULL,
    "personId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "doneAt" TIMESTAMPTZ(3),
    "lateReason" TEXT NOT NULL DEFAULT '',
    "answeredAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReportDuty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PackOpening" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "publicationId" UUID NOT NULL,
    "reader" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PackOpening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WatchedCommittee" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "site" TEXT NOT NULL,
    "siteCommitteeId" INTEGER NOT NULL,
    "publishes" BOOLEAN NOT NULL DEFAULT false,
    "nextLookAt" TIMESTAMPTZ(3) NOT NULL,
    "lookedAt" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,

    CONSTRAINT "WatchedCommittee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SeenMeeting" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "watchedId" UUID NOT NULL,
    "siteMeetingId" INTEGER NOT NULL,
    "date" DATE NOT NULL,
    "time" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "papers" JSONB NOT NULL DEFAULT '[]',
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SeenMeeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SiteProposal" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "seenId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "state" "ProposalState" NOT NULL DEFAULT 'open',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "SiteProposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AddedDay_councilId_date_key" ON "AddedDay"("councilId", "date");

-- CreateIndex
CREATE UNIQUE INDEX "StandingItem_councilId_committeeId_position_key" ON "StandingItem"("councilId", "committeeId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingChange_councilId_meetingId_number_key" ON "MeetingChange"("councilId", "meetingId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ItemReport_councilId_publicationId_itemId_key" ON "ItemReport"("councilId", "publicationId", "itemId");

-- CreateIndex
CREATE INDEX "RestrictedPaper_councilId_itemId_idx" ON "RestrictedPaper"("councilId", "itemId");

-- CreateIndex
CREATE UNIQUE INDEX "RestrictedGrant_councilId_paperId_personId_key" ON "RestrictedGrant"("councilId", "paperId", "personId");

-- CreateIndex
CREATE INDEX "ReportDuty_councilId_personId_idx" ON "ReportDuty"("councilId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportDuty_councilId_meetingId_title_step_key" ON "ReportDuty"("councilId", "meetingId", "title", "step");

-- CreateIndex
CREATE UNIQUE INDEX "PackOpening_councilId_publicationId_reader_key" ON "PackOpening"("councilId", "publicationId", "reader");

-- CreateIndex
CREATE INDEX "WatchedCommittee_nextLookAt_idx" ON "WatchedCommittee"("nextLookAt");

-- CreateIndex
CREATE UNIQUE INDEX "WatchedCommittee_councilId_site_siteCommitteeId_key" ON "WatchedCommittee"("councilId", "site", "siteCommitteeId");

-- CreateIndex
CREATE UNIQUE INDEX "SeenMeeting_councilId_watchedId_siteMeetingId_key" ON "SeenMeeting"("councilId", "watchedId", "siteMeetingId");

-- CreateIndex
CREATE UNIQUE INDEX "SiteProposal_councilId_seenId_kind_what_key" ON "SiteProposal"("councilId", "seenId", "kind", "what");

-- AddForeignKey
ALTER TABLE "StandingItem" ADD CONSTRAINT "StandingItem_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingChange" ADD CONSTRAINT "MeetingChange_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemReport" ADD CONSTRAINT "ItemReport_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemReport" ADD CONSTRAINT "ItemReport_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RestrictedPaper" ADD CONSTRAINT "RestrictedPaper_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RestrictedGrant" ADD CONSTRAINT "RestrictedGrant_paperId_fkey" FOREIGN KEY ("paperId") REFERENCES "RestrictedPaper"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportDuty" ADD CONSTRAINT "ReportDuty_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PackOpening" ADD CONSTRAINT "PackOpening_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WatchedCommittee" ADD CONSTRAINT "WatchedCommittee_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeenMeeting" ADD CONSTRAINT "SeenMeeting_watchedId_fkey" FOREIGN KEY ("watchedId") REFERENCES "WatchedCommittee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SiteProposal" ADD CONSTRAINT "SiteProposal_seenId_fkey" FOREIGN KEY ("seenId") REFERENCES "SeenMeeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
