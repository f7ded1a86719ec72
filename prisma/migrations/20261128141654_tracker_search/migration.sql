-- Written by hand: Prisma cannot express an index over words.
-- The words of a row that everybody may find. Of closed business nothing can be found by its words.
-- With them stands when the row was made, as the beginning of its id (UUID version 7, steps of 50 days): of a word
-- that a third of all rows have, the newest are found without looking at the others.
CREATE INDEX "TrackerRow_words_idx" ON "TrackerRow" USING GIN ((
  to_tsvector('english', "leadIn" || ' ' || "text" || ' ' || "topic" || ' ' || "addressee" || ' ' || "executiveMember"
    || ' ' || "askerName" || ' ' || "status" || ' ' || "dueText" || ' ' || "backReference")
  || array_to_tsvector(ARRAY["councilId"::text || ':' || left("id"::text, 4)])
)) WHERE NOT "isClosed";
-- What one person owes now, the newest first.
CREATE INDEX "TrackerOwner_owed_idx" ON "TrackerOwner" ("councilId", "personId", "rowId") WHERE "until" IS NULL;
