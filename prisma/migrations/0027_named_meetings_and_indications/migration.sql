-- A motion may name the meeting it waits for. Before a meeting whoever is to preside may indicate that an item is urgent; their
-- opinion is recorded at the meeting. A paper is taken down with every version before it.

-- AlterTable
ALTER TABLE "AgendaItem" ADD COLUMN     "indicated" TEXT,
ADD COLUMN     "indicatedById" UUID,
ADD COLUMN     "indicatedOn" CHAR(10),
ADD COLUMN     "indicatedTo" TEXT;

-- AlterTable
ALTER TABLE "Motion" ADD COLUMN     "forMeetingId" UUID;

-- CreateIndex
CREATE INDEX "AgendaItem_indicatedById_idx" ON "AgendaItem"("indicatedById");

-- CreateIndex
CREATE INDEX "Motion_forMeetingId_idx" ON "Motion"("forMeetingId");

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_indicatedById_fkey" FOREIGN KEY ("indicatedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Motion" ADD CONSTRAINT "Motion_forMeetingId_fkey" FOREIGN KEY ("forMeetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What a corrected file took the place of is an earlier version of the same paper, with its own address, its own name and its own line in
-- the changes: it comes down in the same statement, and those before it with it.
CREATE FUNCTION take_down_versions_before() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Paper" SET "takenDownAt" = NEW."takenDownAt", version = version + 1
    WHERE id = NEW."replacesId" AND "takenDownAt" IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER takes_versions_before_down AFTER INSERT OR UPDATE OF "takenDownAt" ON "Paper"
  FOR EACH ROW WHEN (NEW."takenDownAt" IS NOT NULL AND NEW."replacesId" IS NOT NULL) EXECUTE FUNCTION take_down_versions_before();

-- Before this, one that stood in the place of others came down alone.
UPDATE "Paper" SET "takenDownAt" = "takenDownAt" WHERE "takenDownAt" IS NOT NULL AND "replacesId" IS NOT NULL;
