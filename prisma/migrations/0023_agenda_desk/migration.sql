-- An item of an agenda has an officer, and says whose opinion it was that it is urgent (LGA 1972 s100B(4)(b)). What changed after
-- publication names its paper, so that it goes when the paper is taken down. Somebody's last look at a meeting marks what is new.

-- AlterEnum
ALTER TYPE "MeetingEntryKind" ADD VALUE 'further_session';

-- AlterTable
ALTER TABLE "AgendaItem" ADD COLUMN     "followUpId" UUID,
ADD COLUMN     "officerId" UUID,
ADD COLUMN     "urgencyAt" TIMESTAMPTZ(3),
ADD COLUMN     "urgencyById" UUID;

-- AlterTable
ALTER TABLE "MeetingEntry" ADD COLUMN     "paperId" UUID;

-- CreateTable
CREATE TABLE "MeetingLook" (
    "personId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "before" JSONB NOT NULL DEFAULT '{}',
    "latest" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MeetingLook_pkey" PRIMARY KEY ("personId","meetingId")
);

-- CreateIndex
CREATE INDEX "MeetingLook_meetingId_idx" ON "MeetingLook"("meetingId");

-- CreateIndex
CREATE INDEX "AgendaItem_officerId_idx" ON "AgendaItem"("officerId");

-- CreateIndex
CREATE INDEX "AgendaItem_urgencyById_idx" ON "AgendaItem"("urgencyById");

-- CreateIndex
CREATE INDEX "AgendaItem_followUpId_idx" ON "AgendaItem"("followUpId");

-- CreateIndex
CREATE INDEX "MeetingEntry_paperId_idx" ON "MeetingEntry"("paperId");

-- AddForeignKey
ALTER TABLE "MeetingLook" ADD CONSTRAINT "MeetingLook_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingLook" ADD CONSTRAINT "MeetingLook_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingEntry" ADD CONSTRAINT "MeetingEntry_paperId_fkey" FOREIGN KEY ("paperId") REFERENCES "Paper"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_urgencyById_fkey" FOREIGN KEY ("urgencyById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_followUpId_fkey" FOREIGN KEY ("followUpId") REFERENCES "FollowUp"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was said in public of a paper that is taken down says its title: it closes with the paper, and stays closed.
CREATE FUNCTION close_entry_after_take_down() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Paper" p WHERE p.id = NEW."paperId" AND p."takenDownAt" IS NOT NULL) THEN
    NEW.audience := 'keepers';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER z_closes_after_take_down BEFORE INSERT OR UPDATE ON "MeetingEntry"
  FOR EACH ROW WHEN (NEW."paperId" IS NOT NULL) EXECUTE FUNCTION close_entry_after_take_down();

-- A paper that stands under an item alone is a paper of the item's meeting.
CREATE OR REPLACE FUNCTION close_after_take_down() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.audience = 'public' AND EXISTS (SELECT FROM "Paper" p LEFT JOIN "AgendaItem" i ON i.id = p."agendaItemId"
    WHERE p."takenDownAt" >= NEW."publishedAt" AND NEW."meetingId" IN (p."meetingId", i."meetingId")) THEN
    NEW.audience := 'inside';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION take_down_with_paper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."takenDownAt" IS NULL THEN RETURN NULL; END IF;
  UPDATE "Report" SET audience = 'keepers', version = version + 1 WHERE id = NEW."reportId" AND audience <> 'keepers';
  UPDATE "ScopingProposal" SET audience = 'keepers', version = version + 1 WHERE id = NEW."proposalId" AND audience <> 'keepers';
  UPDATE "Publication" SET audience = audience
    WHERE "meetingId" IN (NEW."meetingId", (SELECT "meetingId" FROM "AgendaItem" WHERE id = NEW."agendaItemId"));
  UPDATE "MeetingEntry" SET audience = audience WHERE "paperId" = NEW.id;
  RETURN NULL;
END $$;
