-- Numbers on an agenda are the same for everybody. Counted by each reader from the items open to them, an item held back would
-- shift every number after it: so the database keeps the place of each item among all of them, and a reader finds gaps.

-- AlterTable
ALTER TABLE "AgendaItem" ADD COLUMN     "place" INTEGER NOT NULL DEFAULT 0;

CREATE FUNCTION keep_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Writing the places calls this once more, for nothing.
  IF NOT EXISTS (SELECT FROM changed) THEN RETURN NULL; END IF;
  -- Two who write to one agenda take turns, so that the second counts the items of the first.
  PERFORM FROM "Meeting" WHERE id IN (SELECT "meetingId" FROM changed) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "AgendaItem" item SET place = counted.place
    FROM (SELECT id, row_number() OVER (PARTITION BY "meetingId", "parentId" ORDER BY position, id) AS place
      FROM "AgendaItem" WHERE "meetingId" IN (SELECT "meetingId" FROM changed)) counted
    WHERE item.id = counted.id AND item.place <> counted.place;
  RETURN NULL;
END $$;
CREATE TRIGGER places_after_insert AFTER INSERT ON "AgendaItem" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION keep_places();
CREATE TRIGGER places_after_update AFTER UPDATE ON "AgendaItem" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION keep_places();
CREATE TRIGGER places_after_delete AFTER DELETE ON "AgendaItem" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION keep_places();

-- What is there already is given its places.
UPDATE "AgendaItem" SET place = place;
