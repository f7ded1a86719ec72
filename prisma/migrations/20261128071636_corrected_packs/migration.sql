-- AlterTable
ALTER TABLE "Publication" ADD COLUMN     "correctedAddress" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "correctedAt" TIMESTAMPTZ(3),
ADD COLUMN     "correctedItems" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "corrections" INTEGER NOT NULL DEFAULT 0;
