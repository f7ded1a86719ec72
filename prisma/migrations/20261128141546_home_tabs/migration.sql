-- CreateTable
CREATE TABLE "HomeTab" (
    "id" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "staleSince" TIMESTAMPTZ(6),
    "hash" TEXT NOT NULL DEFAULT '',
    "pages" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "HomeTab_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "HomeTab_staleSince_idx" ON "HomeTab"("staleSince");

-- CreateIndex
CREATE UNIQUE INDEX "HomeTab_councilId_personId_key" ON "HomeTab"("councilId", "personId");
