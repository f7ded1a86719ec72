-- CreateEnum
CREATE TYPE "Nation" AS ENUM ('england', 'wales', 'scotland');

-- CreateEnum
CREATE TYPE "CommitteeDuty" AS ENUM ('clerk', 'officer');

-- CreateEnum
CREATE TYPE "SeatKind" AS ENUM ('member', 'coOptee', 'substitute');

-- CreateEnum
CREATE TYPE "SeatVoting" AS ENUM ('always', 'educationOnly', 'ifCommitteeDetermines', 'never');

-- CreateEnum
CREATE TYPE "SeatOffice" AS ENUM ('none', 'chair', 'viceChair');

-- CreateEnum
CREATE TYPE "MeetingState" AS ENUM ('scheduled', 'cancelled');

-- CreateEnum
CREATE TYPE "PaperAccess" AS ENUM ('public', 'exempt', 'confidential');

-- CreateEnum
CREATE TYPE "PackState" AS ENUM ('reading', 'unreadable', 'draft', 'published', 'discarded');

-- CreateEnum
CREATE TYPE "PackSource" AS ENUM ('file', 'address', 'typed');

-- CreateEnum
CREATE TYPE "ApologyKind" AS ENUM ('absent', 'late', 'leavingEarly');

-- CreateEnum
CREATE TYPE "AnswerWay" AS ENUM ('command', 'button', 'relayed');

-- CreateEnum
CREATE TYPE "AttendanceState" AS ENUM ('expected', 'unsaid');

-- CreateEnum
CREATE TYPE "OutboxState" AS ENUM ('pending', 'sending', 'sent', 'failed', 'ambiguous', 'dropped');

-- CreateEnum
CREATE TYPE "OutboxTroubleKind" AS ENUM ('unsure', 'undelivered');

-- CreateEnum
CREATE TYPE "OutboxSettlement" AS ENUM ('sentAgain', 'arrived', 'recognised', 'sentSince', 'dropped', 'followed');

-- CreateTable
CREATE TABLE "Council" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nation" "Nation" NOT NULL,
    "timeZone" TEXT NOT NULL DEFAULT 'Europe/London',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Council_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SlackWorkspace" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "teamId" TEXT NOT NULL,
    "teamName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SlackWorkspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "email" TEXT,
    "slackUserId" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PoliticalGroup" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "PoliticalGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Committee" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "channelId" TEXT,
    "clerksChannelId" TEXT,
    "quorum" INTEGER,
    "plannedMinutes" INTEGER NOT NULL DEFAULT 120,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Committee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommitteeRole" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "duty" "CommitteeDuty" NOT NULL,
    "jobTitle" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "CommitteeRole_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Seat" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "SeatKind" NOT NULL,
    "groupId" UUID,
    "voting" "SeatVoting" NOT NULL,

    CONSTRAINT "Seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SeatOccupancy" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "office" "SeatOffice" NOT NULL DEFAULT 'none',
    "since" DATE NOT NULL,
    "until" DATE,

    CONSTRAINT "SeatOccupancy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "date" DATE NOT NULL,
    "startTime" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL DEFAULT 'Europe/London',
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "venue" TEXT NOT NULL DEFAULT '',
    "state" "MeetingState" NOT NULL DEFAULT 'scheduled',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgendaItem" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "pageFrom" INTEGER,
    "pageTo" INTEGER,
    "access" "PaperAccess" NOT NULL DEFAULT 'public',

    CONSTRAINT "AgendaItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Pack" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "committeeId" UUID,
    "state" "PackState" NOT NULL,
    "source" "PackSource" NOT NULL,
    "fileName" TEXT NOT NULL DEFAULT '',
    "fileBytes" INTEGER,
    "fileSha256" TEXT,
    "slackFileId" TEXT,
    "publicAddress" TEXT,
    "reading" JSONB,
    "readingProblem" TEXT,
    "restrictedMarks" JSONB NOT NULL DEFAULT '[]',
    "publicCopyById" UUID,
    "publicCopyAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "claimedAt" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Pack_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PackItem" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "packId" UUID NOT NULL,
    "itemId" UUID NOT NULL,

    CONSTRAINT "PackItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "packId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "publishedById" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Apology" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "ApologyKind" NOT NULL,
    "way" "AnswerWay" NOT NULL,
    "relayedNote" TEXT NOT NULL DEFAULT '',
    "tenderedById" UUID NOT NULL,
    "tenderedAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Apology_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApologyReason" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "apologyId" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ApologyReason_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "state" "AttendanceState" NOT NULL,
    "way" "AnswerWay" NOT NULL,
    "saidById" UUID NOT NULL,
    "saidAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditChain" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "length" INTEGER NOT NULL DEFAULT 0,
    "head" TEXT NOT NULL,

    CONSTRAINT "AuditChain_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "chainId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "canonical" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "slot" TEXT NOT NULL DEFAULT '',
    "committeeId" UUID,
    "state" "OutboxState" NOT NULL DEFAULT 'pending',
    "wanted" INTEGER NOT NULL DEFAULT 1,
    "shown" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "claimedAt" TIMESTAMPTZ(3),
    "claimedBy" TEXT,
    "slackChannel" TEXT,
    "slackTs" TEXT,
    "sentAt" TIMESTAMPTZ(3),
    "problem" TEXT,
    "reference" TEXT,
    "harmless" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxTrouble" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "kind" "OutboxTroubleKind" NOT NULL,
    "problem" TEXT NOT NULL,
    "arisenAt" TIMESTAMPTZ(3) NOT NULL,
    "settledHow" "OutboxSettlement",
    "settledById" UUID,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutboxTrouble_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InboxEvent" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "eventId" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimedAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "handledAt" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "InboxEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Council_name_key" ON "Council"("name");

-- CreateIndex
CREATE UNIQUE INDEX "SlackWorkspace_teamId_key" ON "SlackWorkspace"("teamId");

-- CreateIndex
CREATE INDEX "SlackWorkspace_councilId_idx" ON "SlackWorkspace"("councilId");

-- CreateIndex
CREATE INDEX "Person_councilId_name_idx" ON "Person"("councilId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Person_councilId_email_key" ON "Person"("councilId", "email");

-- CreateIndex
CREATE UNIQUE INDEX "Person_councilId_slackUserId_key" ON "Person"("councilId", "slackUserId");

-- CreateIndex
CREATE UNIQUE INDEX "PoliticalGroup_councilId_name_key" ON "PoliticalGroup"("councilId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Committee_councilId_name_key" ON "Committee"("councilId", "name");

-- CreateIndex
CREATE INDEX "CommitteeRole_councilId_personId_idx" ON "CommitteeRole"("councilId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "CommitteeRole_councilId_committeeId_personId_duty_key" ON "CommitteeRole"("councilId", "committeeId", "personId", "duty");

-- CreateIndex
CREATE UNIQUE INDEX "Seat_councilId_committeeId_position_key" ON "Seat"("councilId", "committeeId", "position");

-- CreateIndex
CREATE INDEX "SeatOccupancy_councilId_personId_idx" ON "SeatOccupancy"("councilId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "SeatOccupancy_councilId_seatId_personId_since_key" ON "SeatOccupancy"("councilId", "seatId", "personId", "since");

-- CreateIndex
CREATE INDEX "Meeting_councilId_startsAt_idx" ON "Meeting"("councilId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_councilId_committeeId_date_startTime_key" ON "Meeting"("councilId", "committeeId", "date", "startTime");

-- CreateIndex
CREATE UNIQUE INDEX "AgendaItem_councilId_meetingId_position_key" ON "AgendaItem"("councilId", "meetingId", "position");

-- CreateIndex
CREATE INDEX "Pack_councilId_state_idx" ON "Pack"("councilId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "PackItem_councilId_packId_itemId_key" ON "PackItem"("councilId", "packId", "itemId");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_councilId_meetingId_number_key" ON "Publication"("councilId", "meetingId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_councilId_packId_key" ON "Publication"("councilId", "packId");

-- CreateIndex
CREATE UNIQUE INDEX "Apology_councilId_meetingId_personId_key" ON "Apology"("councilId", "meetingId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "ApologyReason_apologyId_key" ON "ApologyReason"("apologyId");

-- CreateIndex
CREATE INDEX "ApologyReason_councilId_idx" ON "ApologyReason"("councilId");

-- CreateIndex
CREATE UNIQUE INDEX "Attendance_councilId_meetingId_personId_key" ON "Attendance"("councilId", "meetingId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "AuditChain_councilId_scope_key" ON "AuditChain"("councilId", "scope");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_councilId_chainId_sequence_key" ON "AuditEntry"("councilId", "chainId", "sequence");

-- CreateIndex
CREATE INDEX "OutboxMessage_state_dueAt_idx" ON "OutboxMessage"("state", "dueAt");

-- CreateIndex
CREATE INDEX "OutboxMessage_councilId_subject_idx" ON "OutboxMessage"("councilId", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_councilId_key_key" ON "OutboxMessage"("councilId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxTrouble_councilId_messageId_reference_key" ON "OutboxTrouble"("councilId", "messageId", "reference");

-- CreateIndex
CREATE INDEX "InboxEvent_handledAt_claimedAt_idx" ON "InboxEvent"("handledAt", "claimedAt");

-- CreateIndex
CREATE UNIQUE INDEX "InboxEvent_councilId_eventId_key" ON "InboxEvent"("councilId", "eventId");

-- AddForeignKey
ALTER TABLE "CommitteeRole" ADD CONSTRAINT "CommitteeRole_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitteeRole" ADD CONSTRAINT "CommitteeRole_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeatOccupancy" ADD CONSTRAINT "SeatOccupancy_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeatOccupancy" ADD CONSTRAINT "SeatOccupancy_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PackItem" ADD CONSTRAINT "PackItem_packId_fkey" FOREIGN KEY ("packId") REFERENCES "Pack"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PackItem" ADD CONSTRAINT "PackItem_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_packId_fkey" FOREIGN KEY ("packId") REFERENCES "Pack"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Apology" ADD CONSTRAINT "Apology_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApologyReason" ADD CONSTRAINT "ApologyReason_apologyId_fkey" FOREIGN KEY ("apologyId") REFERENCES "Apology"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_chainId_fkey" FOREIGN KEY ("chainId") REFERENCES "AuditChain"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
