-- CreateEnum
CREATE TYPE "SittingState" AS ENUM ('open', 'adjourned', 'closed', 'inquorate');

-- CreateEnum
CREATE TYPE "SittingActKind" AS ENUM ('opened', 'adjourned', 'resumed', 'closed', 'inquorate', 'reopened');

-- CreateEnum
CREATE TYPE "RollKind" AS ENUM ('arrived', 'left');

-- CreateEnum
CREATE TYPE "ItemRecordState" AS ENUM ('waiting', 'current', 'done', 'deferred', 'withdrawn');

-- CreateEnum
CREATE TYPE "DisclosureOutcome" AS ENUM ('disclosed', 'notDeclared');

-- CreateEnum
CREATE TYPE "DisclosureConduct" AS ENUM ('left', 'silent', 'spoke', 'tookPart');

-- CreateEnum
CREATE TYPE "QuestionKind" AS ENUM ('area', 'request');

-- CreateEnum
CREATE TYPE "QuestionDue" AS ENUM ('none', 'date', 'recurrence', 'event');

-- CreateEnum
CREATE TYPE "MotionKind" AS ENUM ('motion', 'amendment', 'exclusion');

-- CreateEnum
CREATE TYPE "MotionState" AS ENUM ('open', 'carried', 'lost', 'withdrawn', 'deferred', 'fell');

-- CreateEnum
CREATE TYPE "VoteMethod" AS ENUM ('assent', 'voices', 'hands', 'rollCall', 'electronic');

-- CreateEnum
CREATE TYPE "VoteState" AS ENUM ('open', 'closed', 'declared', 'abandoned');

-- CreateEnum
CREATE TYPE "VoteResult" AS ENUM ('carried', 'lost', 'tied');

-- CreateEnum
CREATE TYPE "VoteSide" AS ENUM ('for', 'against', 'abstain', 'none');

-- CreateEnum
CREATE TYPE "ChoiceWay" AS ENUM ('clerk', 'member');

-- CreateEnum
CREATE TYPE "MinutesState" AS ENUM ('draft', 'circulated', 'agreed', 'signed');

-- AlterTable
ALTER TABLE "Committee" ADD COLUMN     "minutesStyle" TEXT NOT NULL DEFAULT 'plymouth',
ADD COLUMN     "recordedVoteDenominator" INTEGER,
ADD COLUMN     "recordedVoteMembers" INTEGER,
ADD COLUMN     "recordedVoteNumerator" INTEGER,
ADD COLUMN     "votesElectronic" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "votesPosted" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Sitting" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "state" "SittingState" NOT NULL DEFAULT 'open',
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "currentId" UUID,
    "openedById" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Sitting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SittingAct" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "sittingId" UUID NOT NULL,
    "kind" "SittingActKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "struckAt" TIMESTAMPTZ(3),
    "struckById" UUID,

    CONSTRAINT "SittingAct_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RollEntry" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "RollKind" NOT NULL,
    "mode" "AttendanceMode" NOT NULL DEFAULT 'inRoom',
    "forId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "struckAt" TIMESTAMPTZ(3),
    "struckById" UUID,

    CONSTRAINT "RollEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Presiding" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "recordId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "struckAt" TIMESTAMPTZ(3),
    "struckById" UUID,

    CONSTRAINT "Presiding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AlsoPresent" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT '',
    "personId" UUID,
    "byId" UUID NOT NULL,
    "struckAt" TIMESTAMPTZ(3),

    CONSTRAINT "AlsoPresent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ItemRecord" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "itemId" UUID,
    "title" TEXT NOT NULL DEFAULT '',
    "state" "ItemRecordState" NOT NULL DEFAULT 'waiting',
    "taken" INTEGER,
    "position" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "presenters" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "presented" TEXT NOT NULL DEFAULT '',
    "passage" TEXT NOT NULL DEFAULT '',
    "isClosed" BOOLEAN NOT NULL DEFAULT false,
    "summary" TEXT NOT NULL DEFAULT '',
    "minuteNumber" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ItemRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UrgencyRuling" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "presidingId" UUID NOT NULL,
    "isAccepted" BOOLEAN NOT NULL,
    "circumstances" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "struckAt" TIMESTAMPTZ(3),
    "struckById" UUID,

    CONSTRAINT "UrgencyRuling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublicExclusion" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "voteId" UUID,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "readmittedAt" TIMESTAMPTZ(3),
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "struckAt" TIMESTAMPTZ(3),
    "struckById" UUID,

    CONSTRAINT "PublicExclusion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Disclosure" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "itemId" UUID,
    "noticeId" UUID,
    "outcome" "DisclosureOutcome" NOT NULL DEFAULT 'disclosed',
    "type" TEXT NOT NULL,
    "holder" "InterestHolder" NOT NULL DEFAULT 'own',
    "sensitive" BOOLEAN NOT NULL DEFAULT false,
    "nature" TEXT NOT NULL DEFAULT '',
    "registration" "InterestRegistration",
    "dispensationId" UUID,
    "conduct" "DisclosureConduct",
    "at" TIMESTAMPTZ(3) NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "notifyUntil" DATE,
    "notifiedAt" TIMESTAMPTZ(3),
    "struckAt" TIMESTAMPTZ(3),
    "struckById" UUID,

    CONSTRAINT "Disclosure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WhipDeclaration" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "itemId" UUID,
    "noticeId" UUID,
    "outcome" "DisclosureOutcome" NOT NULL DEFAULT 'disclosed',
    "nature" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "struckAt" TIMESTAMPTZ(3),
    "struckById" UUID,

    CONSTRAINT "WhipDeclaration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Question" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "QuestionKind" NOT NULL,
    "text" TEXT NOT NULL,
    "askerId" UUID,
    "askerName" TEXT NOT NULL DEFAULT '',
    "ownerId" UUID,
    "ownerName" TEXT NOT NULL DEFAULT '',
    "due" "QuestionDue" NOT NULL DEFAULT 'none',
    "dueOn" DATE,
    "dueText" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "struckAt" TIMESTAMPTZ(3),
    "struckById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Motion" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "kind" "MotionKind" NOT NULL DEFAULT 'motion',
    "parentId" UUID,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "substantive" TEXT NOT NULL DEFAULT '',
    "moverId" UUID,
    "seconderId" UUID,
    "state" "MotionState" NOT NULL DEFAULT 'open',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Motion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Vote" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "motionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "question" TEXT NOT NULL,
    "method" "VoteMethod" NOT NULL,
    "state" "VoteState" NOT NULL DEFAULT 'open',
    "isRecorded" BOOLEAN NOT NULL DEFAULT false,
    "requestedByIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "presidingId" UUID,
    "eligibleOpened" JSONB NOT NULL DEFAULT '[]',
    "eligibleClosed" JSONB,
    "countFor" INTEGER,
    "countAgainst" INTEGER,
    "countAbstain" INTEGER,
    "countNone" INTEGER,
    "isUnanimous" BOOLEAN NOT NULL DEFAULT false,
    "casting" "VoteSide",
    "castingById" UUID,
    "result" "VoteResult",
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "declaredAt" TIMESTAMPTZ(3),
    "why" TEXT NOT NULL DEFAULT '',
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Vote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VoteChoice" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "voteId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "side" "VoteSide" NOT NULL,
    "way" "ChoiceWay" NOT NULL,
    "despite" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "VoteChoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OwnVote" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "voteId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "side" "VoteSide" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,

    CONSTRAINT "OwnVote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Resolution" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "motionId" UUID,
    "number" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "text" TEXT NOT NULL,
    "leadIn" TEXT NOT NULL DEFAULT '',
    "reasons" TEXT NOT NULL DEFAULT '',
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Resolution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ResolutionPart" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "resolutionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "verbClass" TEXT NOT NULL,
    "addressee" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ResolutionPart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Minutes" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "state" "MinutesState" NOT NULL DEFAULT 'draft',
    "firstNumber" INTEGER NOT NULL,
    "circulatedAt" TIMESTAMPTZ(3),
    "agreedAtMeetingId" UUID,
    "agreedAt" TIMESTAMPTZ(3),
    "amendments" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "signedById" UUID,
    "signedOn" DATE,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Minutes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MinutesComment" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "minutesId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),
    "settledById" UUID,

    CONSTRAINT "MinutesComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignedPaper" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "minutesId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "differences" JSONB NOT NULL DEFAULT '[]',
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignedPaper_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Sitting_councilId_meetingId_key" ON "Sitting"("councilId", "meetingId");

-- CreateIndex
CREATE INDEX "SittingAct_councilId_sittingId_at_idx" ON "SittingAct"("councilId", "sittingId", "at");

-- CreateIndex
CREATE INDEX "RollEntry_councilId_meetingId_at_idx" ON "RollEntry"("councilId", "meetingId", "at");

-- CreateIndex
CREATE INDEX "RollEntry_councilId_personId_idx" ON "RollEntry"("councilId", "personId");

-- CreateIndex
CREATE INDEX "Presiding_councilId_meetingId_at_idx" ON "Presiding"("councilId", "meetingId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "AlsoPresent_councilId_meetingId_position_key" ON "AlsoPresent"("councilId", "meetingId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "ItemRecord_councilId_meetingId_position_key" ON "ItemRecord"("councilId", "meetingId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "ItemRecord_councilId_meetingId_itemId_key" ON "ItemRecord"("councilId", "meetingId", "itemId");

-- CreateIndex
CREATE INDEX "UrgencyRuling_councilId_meetingId_idx" ON "UrgencyRuling"("councilId", "meetingId");

-- CreateIndex
CREATE INDEX "PublicExclusion_councilId_meetingId_idx" ON "PublicExclusion"("councilId", "meetingId");

-- CreateIndex
CREATE INDEX "Disclosure_councilId_meetingId_idx" ON "Disclosure"("councilId", "meetingId");

-- CreateIndex
CREATE INDEX "Disclosure_councilId_personId_idx" ON "Disclosure"("councilId", "personId");

-- CreateIndex
CREATE INDEX "WhipDeclaration_councilId_meetingId_idx" ON "WhipDeclaration"("councilId", "meetingId");

-- CreateIndex
CREATE INDEX "Question_councilId_meetingId_idx" ON "Question"("councilId", "meetingId");

-- CreateIndex
CREATE UNIQUE INDEX "Question_councilId_recordId_position_key" ON "Question"("councilId", "recordId", "position");

-- CreateIndex
CREATE INDEX "Motion_councilId_meetingId_idx" ON "Motion"("councilId", "meetingId");

-- CreateIndex
CREATE UNIQUE INDEX "Motion_councilId_recordId_number_key" ON "Motion"("councilId", "recordId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Vote_councilId_meetingId_number_revision_key" ON "Vote"("councilId", "meetingId", "number", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "VoteChoice_councilId_voteId_personId_key" ON "VoteChoice"("councilId", "voteId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "OwnVote_councilId_voteId_personId_key" ON "OwnVote"("councilId", "voteId", "personId");

-- CreateIndex
CREATE INDEX "Resolution_councilId_meetingId_idx" ON "Resolution"("councilId", "meetingId");

-- CreateIndex
CREATE UNIQUE INDEX "Resolution_councilId_recordId_number_revision_key" ON "Resolution"("councilId", "recordId", "number", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "ResolutionPart_councilId_resolutionId_position_key" ON "ResolutionPart"("councilId", "resolutionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Minutes_councilId_meetingId_key" ON "Minutes"("councilId", "meetingId");

-- CreateIndex
CREATE INDEX "MinutesComment_councilId_minutesId_idx" ON "MinutesComment"("councilId", "minutesId");

-- CreateIndex
CREATE UNIQUE INDEX "SignedPaper_councilId_minutesId_number_key" ON "SignedPaper"("councilId", "minutesId", "number");

-- AddForeignKey
ALTER TABLE "Sitting" ADD CONSTRAINT "Sitting_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SittingAct" ADD CONSTRAINT "SittingAct_sittingId_fkey" FOREIGN KEY ("sittingId") REFERENCES "Sitting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_motionId_fkey" FOREIGN KEY ("motionId") REFERENCES "Motion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoteChoice" ADD CONSTRAINT "VoteChoice_voteId_fkey" FOREIGN KEY ("voteId") REFERENCES "Vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnVote" ADD CONSTRAINT "OwnVote_voteId_fkey" FOREIGN KEY ("voteId") REFERENCES "Vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResolutionPart" ADD CONSTRAINT "ResolutionPart_resolutionId_fkey" FOREIGN KEY ("resolutionId") REFERENCES "Resolution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesComment" ADD CONSTRAINT "MinutesComment_minutesId_fkey" FOREIGN KEY ("minutesId") REFERENCES "Minutes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignedPaper" ADD CONSTRAINT "SignedPaper_minutesId_fkey" FOREIGN KEY ("minutesId") REFERENCES "Minutes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
