-- DropIndex
DROP INDEX "RestrictedGrant_councilId_paperId_personId_key";

-- AlterTable
ALTER TABLE "RestrictedGrant" ADD COLUMN     "revokedById" UUID;

-- AlterTable
ALTER TABLE "RestrictedPaper" ADD COLUMN     "access" "PaperAccess" NOT NULL DEFAULT 'exempt',
ADD COLUMN     "confidentialBasis" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "paragraphs" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "publicInterest" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "withdrawnById" UUID;

-- CreateTable
CREATE TABLE "RestrictedReader" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "paperId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "slackUserId" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "RestrictedReader_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RestrictedReader_councilId_paperId_until_idx" ON "RestrictedReader"("councilId", "paperId", "until");

-- CreateIndex
CREATE INDEX "RestrictedGrant_councilId_paperId_personId_idx" ON "RestrictedGrant"("councilId", "paperId", "personId");

-- AddForeignKey
ALTER TABLE "RestrictedReader" ADD CONSTRAINT "RestrictedReader_paperId_fkey" FOREIGN KEY ("paperId") REFERENCES "RestrictedPaper"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The title of an item that is closed to the public is not kept any more (LGA 1972 s100B(2), Sch 12A), nor is
-- what was read of a paper once it is published or discarded: the agenda's own rows are the record.
UPDATE "AgendaItem" SET "title" = '' WHERE "access" <> 'public';
UPDATE "Pack" SET "reading" = "reading" - 'items' - 'doubts'
WHERE "state" IN ('published', 'discarded') AND jsonb_typeof("reading") = 'object';
UPDATE "Pack" SET "restrictedMarks" =
  (SELECT coalesce(jsonb_agg("mark" || '{"text": ""}'), '[]') FROM jsonb_array_elements("restrictedMarks") AS "mark")
WHERE "state" IN ('published', 'discarded') AND jsonb_array_length("restrictedMarks") > 0;
