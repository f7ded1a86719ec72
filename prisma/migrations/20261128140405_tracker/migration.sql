-- CreateEnum
CREATE TYPE "TrackedKind" AS ENUM ('recommendation', 'information', 'action');

-- CreateEnum
CREATE TYPE "TrackedState" AS ENUM ('open', 'proposed', 'closed', 'paused', 'superseded', 'transferred', 'withdrawn');

-- CreateEnum
CREATE TYPE "TrackedSource" AS ENUM ('resolution', 'question', 'import', 'hand');

-- CreateEnum
CREATE TYPE "TrackedDue" AS ENUM ('none', 'date', 'range', 'recurrence', 'event', 'standing');

-- CreateEnum
CREATE TYPE "TrackedRag" AS ENUM ('red', 'amber', 'green');

-- CreateEnum
CREATE TYPE "OwnerRole" AS ENUM ('owner', 'head');

-- CreateEnum
CREATE TYPE "ClockKind" AS ENUM ('executive', 'health', 'crimeAndDisorder', 'document', 'healthwatch', 'local');

-- CreateEnum
CREATE TYPE "ResponseState" AS ENUM ('accepted', 'inPart', 'rejected', 'notedOnly', 'unfeasible');

-- CreateEnum
CREATE TYPE "UpdateKind" AS ENUM ('progress', 'done', 'outcome', 'note', 'event');

-- CreateEnum
CREATE TYPE "ClearanceState" AS ENUM ('notNeeded', 'waiting', 'cleared', 'sentBack');

-- CreateEnum
CREATE TYPE "WishKind" AS ENUM ('moreTime', 'notMine');

-- CreateEnum
CREATE TYPE "WishState" AS ENUM ('waiting', 'granted', 'refused', 'lapsed');

-- CreateEnum
CREATE TYPE "TrackerChangeKind" AS ENUM ('closed', 'reopened', 'paused', 'resumed', 'superseded', 'transferred', 'withdrawn', 'proposed', 'unproposed', 'dueMoved', 'owners', 'edited', 'rag');

-- CreateEnum
CREATE TYPE "EscalationStep" AS ENUM ('beforeDue', 'due', 'overdue', 'digest', 'headOfService', 'agenda', 'finalNotice', 'letter');

-- CreateEnum
CREATE TYPE "EscalationOutcome" AS ENUM ('sent', 'undeliverable', 'skipped');

-- CreateEnum
CREATE TYPE "DayMode" AS ENUM ('working', 'calendar');

-- CreateEnum
CREATE TYPE "ProgrammeState" AS ENUM ('proposed', 'declined', 'agreed', 'scheduled', 'taken', 'withdrawn');

-- CreateEnum
CREATE TYPE "ProgrammeKind" AS ENUM ('item', 'review');

-- CreateEnum
CREATE TYPE "CallInState" AS ENUM ('open', 'called', 'lapsed', 'invalid', 'heard');

-- CreateEnum
CREATE TYPE "CallInOutcome" AS ENUM ('released', 'referredBack', 'referredToCouncil');

-- AlterEnum
ALTER TYPE "CouncilDuty" ADD VALUE 'chiefExecutive';

-- CreateTable
CREATE TABLE "TrackerRow" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "kind" "TrackedKind" NOT NULL,
    "state" "TrackedState" NOT NULL DEFAULT 'open',
    "source" "TrackedSource" NOT NULL,
    "sourceKey" TEXT NOT NULL,
    "groupKey" TEXT NOT NULL,
    "meetingId" UUID,
    "recordId" UUID,
    "metOn" DATE,
    "minute" TEXT NOT NULL DEFAULT '',
    "path" TEXT NOT NULL DEFAULT '',
    "leadIn" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "topic" TEXT NOT NULL DEFAULT '',
    "isClosed" BOOLEAN NOT NULL DEFAULT false,
    "askerId" UUID,
    "askerName" TEXT NOT NULL DEFAULT '',
    "addressee" TEXT NOT NULL DEFAULT '',
    "executiveMember" TEXT NOT NULL DEFAULT '',
    "verbClass" TEXT NOT NULL DEFAULT '',
    "how" TEXT NOT NULL DEFAULT '',
    "successMeasure" TEXT NOT NULL DEFAULT '',
    "due" "TrackedDue" NOT NULL DEFAULT 'none',
    "dueFrom" DATE,
    "dueOn" DATE,
    "dueText" TEXT NOT NULL DEFAULT '',
    "dueRecurs" BOOLEAN NOT NULL DEFAULT false,
    "eventOn" DATE,
    "rag" "TrackedRag",
    "status" TEXT NOT NULL DEFAULT '',
    "topicWords" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "backReference" TEXT NOT NULL DEFAULT '',
    "supersededById" UUID,
    "transferredToId" UUID,
    "pausedOn" DATE,
    "pausedWhy" TEXT NOT NULL DEFAULT '',
    "proposedAt" TIMESTAMPTZ(3),
    "completedOn" DATE,
    "closedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "TrackerRow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrackerSerial" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "kind" "TrackedKind" NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "TrackerSerial_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrackerOwner" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "rowId" UUID NOT NULL,
    "role" "OwnerRole" NOT NULL DEFAULT 'owner',
    "personId" UUID,
    "name" TEXT NOT NULL DEFAULT '',
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "byId" TEXT NOT NULL,

    CONSTRAINT "TrackerOwner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrackerClock" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "rowId" UUID NOT NULL,
    "kind" "ClockKind" NOT NULL,
    "startedOn" DATE NOT NULL,
    "startedBy" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "rule" TEXT NOT NULL,
    "noticeId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT NOT NULL,
    "struckAt" TIMESTAMPTZ(3),
    "struckWhy" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "TrackerClock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ResponseNotice" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "toBody" TEXT NOT NULL,
    "receivedOn" DATE,
    "sentOn" DATE NOT NULL,
    "isPublished" BOOLEAN NOT NULL DEFAULT true,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "struckAt" TIMESTAMPTZ(3),

    CONSTRAINT "ResponseNotice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrackerResponse" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "rowId" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "state" "ResponseState" NOT NULL,
    "reasons" TEXT NOT NULL DEFAULT '',
    "proposed" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "consideredOn" DATE NOT NULL,
    "minute" TEXT NOT NULL DEFAULT '',
    "publishedOn" DATE,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,

    CONSTRAINT "TrackerResponse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrackerUpdate" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "rowId" UUID NOT NULL,
    "kind" "UpdateKind" NOT NULL,
    "text" TEXT NOT NULL,
    "rag" "TrackedRag",
    "quarter" TEXT NOT NULL DEFAULT '',
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT NOT NULL,
    "byName" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "TrackerUpdate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrackerAnswer" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "rowId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "access" "PaperAccess" NOT NULL DEFAULT 'public',
    "fileName" TEXT NOT NULL DEFAULT '',
    "mimeType" TEXT NOT NULL DEFAULT '',
    "sha256" TEXT NOT NULL DEFAULT '',
    "bytes" BYTEA,
    "address" TEXT NOT NULL DEFAULT '',
    "clearance" "ClearanceState" NOT NULL DEFAULT 'notNeeded',
    "clearerId" UUID,
    "clearedAt" TIMESTAMPTZ(3),
    "clearedWhy" TEXT NOT NULL DEFAULT '',
    "sharedAt" TIMESTAMPTZ(3),
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "TrackerAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OwnerWish" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "rowId" UUID NOT NULL,
    "kind" "WishKind" NOT NULL,
    "byId" UUID NOT NULL,
    "why" TEXT NOT NULL,
    "until" DATE,
    "proposedId" UUID,
    "proposedName" TEXT NOT NULL DEFAULT '',
    "state" "WishState" NOT NULL DEFAULT 'waiting',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedWhy" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "OwnerWish_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrackerChange" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "rowId" UUID NOT NULL,
    "kind" "TrackerChangeKind" NOT NULL,
    "meetingId" UUID,
    "metOn" DATE,
    "minute" TEXT NOT NULL DEFAULT '',
    "why" TEXT NOT NULL DEFAULT '',
    "before" JSONB NOT NULL DEFAULT '{}',
    "after" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT NOT NULL,

    CONSTRAINT "TrackerChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Escalation" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "groupKey" TEXT NOT NULL,
    "rowIds" UUID[],
    "dueOn" DATE,
    "step" "EscalationStep" NOT NULL,
    "personId" UUID,
    "insteadOfId" UUID,
    "outcome" "EscalationOutcome" NOT NULL,
    "why" TEXT NOT NULL DEFAULT '',
    "messageKey" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledgedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Escalation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Leave" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE NOT NULL,
    "deputyId" UUID,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Leave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceLine" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "headId" UUID NOT NULL,

    CONSTRAINT "ServiceLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrackerSettings" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "needsClearance" BOOLEAN NOT NULL DEFAULT false,
    "localWeeks" INTEGER,
    "localMonths" INTEGER,
    "localSource" TEXT NOT NULL DEFAULT '',
    "documentMode" "DayMode" NOT NULL DEFAULT 'working',
    "headAfter" INTEGER NOT NULL DEFAULT 10,
    "finalDays" INTEGER NOT NULL DEFAULT 10,
    "profile" TEXT NOT NULL DEFAULT 'plain',
    "proposalDays" INTEGER NOT NULL DEFAULT 5,
    "scoring" TEXT NOT NULL DEFAULT 'plymouth',
    "variedBy" TEXT NOT NULL DEFAULT '',
    "callInRequesters" INTEGER NOT NULL DEFAULT 5,
    "callInWindow" INTEGER NOT NULL DEFAULT 5,
    "callInMeetWithin" INTEGER NOT NULL DEFAULT 10,
    "callInGrounds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "changedById" UUID NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TrackerSettings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrackerImport" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "created" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT NOT NULL,

    CONSTRAINT "TrackerImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgrammeEntry" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "kind" "ProgrammeKind" NOT NULL DEFAULT 'item',
    "state" "ProgrammeState" NOT NULL,
    "title" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "outcomeWanted" TEXT NOT NULL DEFAULT '',
    "scores" JSONB NOT NULL DEFAULT '{}',
    "scoreText" TEXT NOT NULL DEFAULT '',
    "lead" TEXT NOT NULL DEFAULT '',
    "leadId" UUID,
    "scope" TEXT NOT NULL DEFAULT '',
    "proposerId" UUID,
    "proposedAt" TIMESTAMPTZ(3),
    "decideBy" DATE,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionReason" TEXT NOT NULL DEFAULT '',
    "meetingId" UUID,
    "printedDate" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "sourceKey" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ProgrammeEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgrammeChange" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "before" JSONB NOT NULL DEFAULT '{}',
    "after" JSONB NOT NULL DEFAULT '{}',
    "why" TEXT NOT NULL DEFAULT '',
    "delegated" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT NOT NULL,

    CONSTRAINT "ProgrammeChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallIn" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "reference" TEXT NOT NULL DEFAULT '',
    "decidedBy" TEXT NOT NULL,
    "publishedOn" DATE NOT NULL,
    "rule" JSONB NOT NULL,
    "closesOn" DATE NOT NULL,
    "state" "CallInState" NOT NULL DEFAULT 'open',
    "calledAt" TIMESTAMPTZ(3),
    "meetBy" DATE,
    "meetingId" UUID,
    "outcome" "CallInOutcome",
    "outcomeWhy" TEXT NOT NULL DEFAULT '',
    "outcomeMinute" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CallIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallInRequest" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "callInId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "grounds" TEXT[],
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "CallInRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TrackerRow_councilId_committeeId_state_dueOn_idx" ON "TrackerRow"("councilId", "committeeId", "state", "dueOn");

-- CreateIndex
CREATE INDEX "TrackerRow_councilId_meetingId_idx" ON "TrackerRow"("councilId", "meetingId");

-- CreateIndex
CREATE INDEX "TrackerRow_councilId_askerId_idx" ON "TrackerRow"("councilId", "askerId");

-- CreateIndex
CREATE INDEX "TrackerRow_councilId_groupKey_idx" ON "TrackerRow"("councilId", "groupKey");

-- CreateIndex
CREATE INDEX "TrackerRow_councilId_state_dueOn_idx" ON "TrackerRow"("councilId", "state", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "TrackerRow_councilId_reference_key" ON "TrackerRow"("councilId", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "TrackerRow_councilId_sourceKey_key" ON "TrackerRow"("councilId", "sourceKey");

-- CreateIndex
CREATE UNIQUE INDEX "TrackerSerial_councilId_kind_year_key" ON "TrackerSerial"("councilId", "kind", "year");

-- CreateIndex
CREATE INDEX "TrackerOwner_councilId_rowId_idx" ON "TrackerOwner"("councilId", "rowId");

-- CreateIndex
CREATE INDEX "TrackerOwner_councilId_personId_until_idx" ON "TrackerOwner"("councilId", "personId", "until");

-- CreateIndex
CREATE INDEX "TrackerClock_councilId_rowId_idx" ON "TrackerClock"("councilId", "rowId");

-- CreateIndex
CREATE INDEX "ResponseNotice_councilId_committeeId_idx" ON "ResponseNotice"("councilId", "committeeId");

-- CreateIndex
CREATE UNIQUE INDEX "TrackerResponse_councilId_rowId_revision_key" ON "TrackerResponse"("councilId", "rowId", "revision");

-- CreateIndex
CREATE INDEX "TrackerUpdate_councilId_rowId_idx" ON "TrackerUpdate"("councilId", "rowId");

-- CreateIndex
CREATE INDEX "TrackerAnswer_councilId_clearerId_clearance_idx" ON "TrackerAnswer"("councilId", "clearerId", "clearance");

-- CreateIndex
CREATE UNIQUE INDEX "TrackerAnswer_councilId_rowId_number_key" ON "TrackerAnswer"("councilId", "rowId", "number");

-- CreateIndex
CREATE INDEX "OwnerWish_councilId_rowId_idx" ON "OwnerWish"("councilId", "rowId");

-- CreateIndex
CREATE INDEX "OwnerWish_councilId_state_idx" ON "OwnerWish"("councilId", "state");

-- CreateIndex
CREATE INDEX "TrackerChange_councilId_rowId_idx" ON "TrackerChange"("councilId", "rowId");

-- CreateIndex
CREATE INDEX "TrackerChange_councilId_meetingId_idx" ON "TrackerChange"("councilId", "meetingId");

-- CreateIndex
CREATE INDEX "Escalation_councilId_groupKey_idx" ON "Escalation"("councilId", "groupKey");

-- CreateIndex
CREATE INDEX "Escalation_councilId_personId_at_idx" ON "Escalation"("councilId", "personId", "at");

-- CreateIndex
CREATE INDEX "Leave_councilId_personId_until_idx" ON "Leave"("councilId", "personId", "until");

-- CreateIndex
CREATE INDEX "ServiceLine_councilId_headId_idx" ON "ServiceLine"("councilId", "headId");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceLine_councilId_personId_key" ON "ServiceLine"("councilId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "TrackerSettings_councilId_committeeId_key" ON "TrackerSettings"("councilId", "committeeId");

-- CreateIndex
CREATE INDEX "TrackerImport_councilId_committeeId_idx" ON "TrackerImport"("councilId", "committeeId");

-- CreateIndex
CREATE INDEX "ProgrammeEntry_councilId_committeeId_state_idx" ON "ProgrammeEntry"("councilId", "committeeId", "state");

-- CreateIndex
CREATE INDEX "ProgrammeEntry_councilId_meetingId_idx" ON "ProgrammeEntry"("councilId", "meetingId");

-- CreateIndex
CREATE UNIQUE INDEX "ProgrammeEntry_councilId_sourceKey_key" ON "ProgrammeEntry"("councilId", "sourceKey");

-- CreateIndex
CREATE INDEX "ProgrammeChange_councilId_entryId_idx" ON "ProgrammeChange"("councilId", "entryId");

-- CreateIndex
CREATE INDEX "CallIn_councilId_committeeId_state_idx" ON "CallIn"("councilId", "committeeId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "CallInRequest_councilId_callInId_personId_key" ON "CallInRequest"("councilId", "callInId", "personId");

-- AddForeignKey
ALTER TABLE "TrackerOwner" ADD CONSTRAINT "TrackerOwner_rowId_fkey" FOREIGN KEY ("rowId") REFERENCES "TrackerRow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrackerClock" ADD CONSTRAINT "TrackerClock_rowId_fkey" FOREIGN KEY ("rowId") REFERENCES "TrackerRow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrackerResponse" ADD CONSTRAINT "TrackerResponse_rowId_fkey" FOREIGN KEY ("rowId") REFERENCES "TrackerRow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrackerUpdate" ADD CONSTRAINT "TrackerUpdate_rowId_fkey" FOREIGN KEY ("rowId") REFERENCES "TrackerRow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrackerAnswer" ADD CONSTRAINT "TrackerAnswer_rowId_fkey" FOREIGN KEY ("rowId") REFERENCES "TrackerRow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnerWish" ADD CONSTRAINT "OwnerWish_rowId_fkey" FOREIGN KEY ("rowId") REFERENCES "TrackerRow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrackerChange" ADD CONSTRAINT "TrackerChange_rowId_fkey" FOREIGN KEY ("rowId") REFERENCES "TrackerRow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeChange" ADD CONSTRAINT "ProgrammeChange_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "ProgrammeEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallInRequest" ADD CONSTRAINT "CallInRequest_callInId_fkey" FOREIGN KEY ("callInId") REFERENCES "CallIn"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
