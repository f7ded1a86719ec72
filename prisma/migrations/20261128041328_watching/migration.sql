-- AlterTable
ALTER TABLE "SeenMeeting" ADD COLUMN     "meetingId" UUID,
ADD COLUMN     "restricted" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "venue" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "SiteProposal" ADD COLUMN     "packId" UUID;

-- AlterTable
ALTER TABLE "WatchedCommittee" ADD COLUMN     "claimedAt" TIMESTAMPTZ(3),
ADD COLUMN     "reference" TEXT,
ADD COLUMN     "stoppedAt" TIMESTAMPTZ(3);
