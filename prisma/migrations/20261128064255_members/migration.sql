-- CreateEnum
CREATE TYPE "CouncilDuty" AS ENUM ('executive', 'monitoringOfficer', 'groupWhip');

-- CreateEnum
CREATE TYPE "QuorumBase" AS ENUM ('wholeMembership', 'current');

-- CreateEnum
CREATE TYPE "QuorumRounding" AS ENUM ('up', 'down', 'nearest');

-- CreateEnum
CREATE TYPE "SubstitutePool" AS ENUM ('named', 'group');

-- CreateEnum
CREATE TYPE "SubstitutionState" AS ENUM ('asked', 'accepted', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "RecordedAttendance" AS ENUM ('present', 'apologies', 'absent');

-- CreateEnum
CREATE TYPE "AttendanceMode" AS ENUM ('inRoom', 'remoteMember', 'remoteObserver');

-- CreateEnum
CREATE TYPE "InterestHolder" AS ENUM ('own', 'partner');

-- CreateEnum
CREATE TYPE "InterestRegistration" AS ENUM ('registered', 'pending', 'neither');

-- CreateEnum
CREATE TYPE "DispensationGround" AS ENUM ('impeded', 'balance', 'residents', 'executive', 'appropriate');

-- CreateEnum
CREATE TYPE "ReminderOutcome" AS ENUM ('sent', 'skipped');

-- AlterTable
ALTER TABLE "Apology" ADD COLUMN     "inMinutes" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Committee" ADD COLUMN     "chairSeesNames" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "countsForSixMonths" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "isFullCouncil" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "quorumBase" "QuorumBase" NOT NULL DEFAULT 'wholeMembership',
ADD COLUMN     "quorumCountsInterested" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "quorumDenominator" INTEGER,
ADD COLUMN     "quorumNumerator" INTEGER,
ADD COLUMN     "quorumRounding" "QuorumRounding" NOT NULL DEFAULT 'up',
ADD COLUMN     "quorumWait" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "substituteDays" INTEGER,
ADD COLUMN     "substitutePool" "SubstitutePool" DEFAULT 'named',
ADD COLUMN     "substituteSameGroup" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "substituteTime" TEXT,
ADD COLUMN     "substitutesPerYear" INTEGER;

-- AlterTable
ALTER TABLE "Council" ADD COLUMN     "interestLeavesRoom" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "interestNames" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "reasonDays" INTEGER NOT NULL DEFAULT 90;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "wantsFewer" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "CouncilRole" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "duty" "CouncilDuty" NOT NULL,
    "groupId" UUID,
    "jobTitle" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "CouncilRole_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnswerCorrection" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "why" TEXT NOT NULL DEFAULT '',
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AnswerCorrection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Substitution" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "absentId" UUID NOT NULL,
    "substituteId" UUID NOT NULL,
    "state" "SubstitutionState" NOT NULL,
    "standing" BOOLEAN DEFAULT true,
    "namedById" UUID NOT NULL,
    "namedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "endedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Substitution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttendanceRecord" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 1,
    "seatId" UUID,
    "state" "RecordedAttendance" NOT NULL,
    "mode" "AttendanceMode" NOT NULL DEFAULT 'inRoom',
    "forId" UUID,
    "why" TEXT NOT NULL DEFAULT '',
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AttendanceRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OtherBody" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "counts" BOOLEAN NOT NULL DEFAULT true,
    "knownUntil" DATE,

    CONSTRAINT "OtherBody_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BodyAttendance" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "bodyId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "date" DATE NOT NULL,
    "byId" UUID NOT NULL,

    CONSTRAINT "BodyAttendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApprovedAbsence" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'reason',
    "approvedBy" TEXT NOT NULL,
    "approvedOn" DATE NOT NULL,
    "minute" TEXT NOT NULL DEFAULT '',
    "until" DATE NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedById" UUID,

    CONSTRAINT "ApprovedAbsence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InterestNotice" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "itemId" UUID,
    "type" TEXT NOT NULL,
    "holder" "InterestHolder" NOT NULL DEFAULT 'own',
    "sensitive" BOOLEAN NOT NULL DEFAULT false,
    "registration" "InterestRegistration",
    "dispensationId" UUID,
    "repeatsId" UUID,
    "way" "AnswerWay" NOT NULL,
    "givenById" UUID NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "InterestNotice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InterestNature" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "noticeId" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InterestNature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InterestAnswer" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "itemIds" UUID[],
    "nothing" BOOLEAN NOT NULL,
    "way" "AnswerWay" NOT NULL,
    "givenById" UUID NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "InterestAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Dispensation" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "personId" UUID,
    "ground" "DispensationGround" NOT NULL,
    "scope" TEXT NOT NULL,
    "mayVote" BOOLEAN NOT NULL DEFAULT true,
    "grantedBy" TEXT NOT NULL,
    "grantedOn" DATE NOT NULL,
    "until" DATE NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedById" UUID,

    CONSTRAINT "Dispensation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WhipNotice" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "itemId" UUID,
    "nature" TEXT NOT NULL,
    "way" "AnswerWay" NOT NULL,
    "givenById" UUID NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,

    CONSTRAINT "WhipNotice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReminderPolicy" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "days" INTEGER[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "changedById" UUID NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReminderPolicy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReminderBundle" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReminderBundle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReminderSlot" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "slot" TEXT NOT NULL,
    "outcome" "ReminderOutcome" NOT NULL,
    "bundleId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReminderSlot_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CouncilRole_councilId_duty_idx" ON "CouncilRole"("councilId", "duty");

-- CreateIndex
CREATE UNIQUE INDEX "CouncilRole_councilId_personId_duty_key" ON "CouncilRole"("councilId", "personId", "duty");

-- CreateIndex
CREATE UNIQUE INDEX "AnswerCorrection_councilId_meetingId_personId_number_key" ON "AnswerCorrection"("councilId", "meetingId", "personId", "number");

-- CreateIndex
CREATE INDEX "Substitution_councilId_absentId_idx" ON "Substitution"("councilId", "absentId");

-- CreateIndex
CREATE UNIQUE INDEX "Substitution_councilId_meetingId_seatId_standing_key" ON "Substitution"("councilId", "meetingId", "seatId", "standing");

-- CreateIndex
CREATE UNIQUE INDEX "Substitution_councilId_meetingId_substituteId_standing_key" ON "Substitution"("councilId", "meetingId", "substituteId", "standing");

-- CreateIndex
CREATE INDEX "AttendanceRecord_councilId_personId_idx" ON "AttendanceRecord"("councilId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "AttendanceRecord_councilId_meetingId_personId_number_key" ON "AttendanceRecord"("councilId", "meetingId", "personId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "OtherBody_councilId_name_key" ON "OtherBody"("councilId", "name");

-- CreateIndex
CREATE INDEX "BodyAttendance_councilId_personId_date_idx" ON "BodyAttendance"("councilId", "personId", "date");

-- CreateIndex
CREATE UNIQUE INDEX "BodyAttendance_councilId_bodyId_personId_date_key" ON "BodyAttendance"("councilId", "bodyId", "personId", "date");

-- CreateIndex
CREATE INDEX "ApprovedAbsence_councilId_personId_idx" ON "ApprovedAbsence"("councilId", "personId");

-- CreateIndex
CREATE INDEX "InterestNotice_councilId_meetingId_personId_idx" ON "InterestNotice"("councilId", "meetingId", "personId");

-- CreateIndex
CREATE INDEX "InterestNotice_councilId_personId_idx" ON "InterestNotice"("councilId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "InterestNature_noticeId_key" ON "InterestNature"("noticeId");

-- CreateIndex
CREATE INDEX "InterestNature_councilId_idx" ON "InterestNature"("councilId");

-- CreateIndex
CREATE UNIQUE INDEX "InterestAnswer_councilId_meetingId_personId_key" ON "InterestAnswer"("councilId", "meetingId", "personId");

-- CreateIndex
CREATE INDEX "Dispensation_councilId_personId_idx" ON "Dispensation"("councilId", "personId");

-- CreateIndex
CREATE INDEX "WhipNotice_councilId_meetingId_personId_idx" ON "WhipNotice"("councilId", "meetingId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "ReminderPolicy_councilId_committeeId_kind_key" ON "ReminderPolicy"("councilId", "committeeId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "ReminderBundle_councilId_personId_day_key" ON "ReminderBundle"("councilId", "personId", "day");

-- CreateIndex
CREATE INDEX "ReminderSlot_councilId_personId_at_idx" ON "ReminderSlot"("councilId", "personId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "ReminderSlot_councilId_kind_subject_personId_slot_key" ON "ReminderSlot"("councilId", "kind", "subject", "personId", "slot");

-- AddForeignKey
ALTER TABLE "AnswerCorrection" ADD CONSTRAINT "AnswerCorrection_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Substitution" ADD CONSTRAINT "Substitution_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceRecord" ADD CONSTRAINT "AttendanceRecord_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BodyAttendance" ADD CONSTRAINT "BodyAttendance_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "OtherBody"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InterestNotice" ADD CONSTRAINT "InterestNotice_dispensationId_fkey" FOREIGN KEY ("dispensationId") REFERENCES "Dispensation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InterestNature" ADD CONSTRAINT "InterestNature_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "InterestNotice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReminderSlot" ADD CONSTRAINT "ReminderSlot_bundleId_fkey" FOREIGN KEY ("bundleId") REFERENCES "ReminderBundle"("id") ON DELETE SET NULL ON UPDATE CASCADE;
