-- What is kept from the public stays kept, whatever is done with the records around it.

-- ── Taken down ──────────────────────────────────────────────────────────────────────────────────────────────────────────
-- An emergency take-down holds, whatever is done afterwards with the meeting, the agenda, or the report that the paper lists: a
-- later step of theirs opens again what their status opens, and must not open this.

CREATE FUNCTION stay_down() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."takenDownAt" IS NOT NULL THEN NEW.audience := 'keepers'; END IF;
  RETURN NEW;
END $$;
-- Named to run after the triggers that copy an audience from above.
CREATE TRIGGER z_stays_down BEFORE INSERT OR UPDATE ON "Paper" FOR EACH ROW EXECUTE FUNCTION stay_down();

-- Looked into at every change of a report, a proposal and a publication: few rows, whatever the number of papers.
CREATE INDEX papers_taken_down ON "Paper" ("meetingId") WHERE "takenDownAt" IS NOT NULL;

-- A paper's content is a file, which follows it, or a report or proposal, which is a record of its own.
CREATE FUNCTION stay_down_with_paper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Paper" p WHERE p."takenDownAt" IS NOT NULL AND to_jsonb(p)->>TG_ARGV[0] = NEW.id::text) THEN
    NEW.audience := 'keepers';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER z_stays_down BEFORE UPDATE ON "Report" FOR EACH ROW EXECUTE FUNCTION stay_down_with_paper('reportId');
CREATE TRIGGER z_stays_down BEFORE UPDATE ON "ScopingProposal" FOR EACH ROW EXECUTE FUNCTION stay_down_with_paper('proposalId');

-- What was published before keeps the title of what was taken down, and is never changed. It is evidence, not a way round.
CREATE FUNCTION close_after_take_down() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.audience = 'public' AND EXISTS (SELECT FROM "Paper" p
    WHERE p."meetingId" = NEW."meetingId" AND p."takenDownAt" >= NEW."publishedAt") THEN
    NEW.audience := 'inside';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER z_closes_after_take_down BEFORE INSERT OR UPDATE ON "Publication" FOR EACH ROW EXECUTE FUNCTION close_after_take_down();

-- Both follow in the same statement that takes the paper down.
CREATE FUNCTION take_down_with_paper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."takenDownAt" IS NULL THEN RETURN NULL; END IF;
  UPDATE "Report" SET audience = 'keepers', version = version + 1 WHERE id = NEW."reportId" AND audience <> 'keepers';
  UPDATE "ScopingProposal" SET audience = 'keepers', version = version + 1 WHERE id = NEW."proposalId" AND audience <> 'keepers';
  UPDATE "Publication" SET audience = audience WHERE "meetingId" = NEW."meetingId";
  RETURN NULL;
END $$;
CREATE TRIGGER takes_content_down AFTER INSERT OR UPDATE OF "takenDownAt" ON "Paper" FOR EACH ROW EXECUTE FUNCTION take_down_with_paper();

-- ── Held back ───────────────────────────────────────────────────────────────────────────────────────────────────────────
-- A paper that is held back is listed with the agenda, and its file is not put up.

CREATE FUNCTION hold_file_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.audience = 'public' AND EXISTS (SELECT FROM "Paper" p WHERE p.id = NEW."paperId" AND p."heldBack") THEN
    NEW.audience := 'inside';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER z_held_back BEFORE INSERT OR UPDATE ON "PaperFile" FOR EACH ROW EXECUTE FUNCTION hold_file_back();
CREATE TRIGGER leads_held_back AFTER UPDATE OF "heldBack" ON "Paper" FOR EACH ROW EXECUTE FUNCTION lead_parts('PaperFile', 'paperId', 'id');
