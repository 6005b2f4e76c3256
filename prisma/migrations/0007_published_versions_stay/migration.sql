-- Nothing published is taken back: a proposal that is drafted again closes, and the versions that were on an agenda stay open, as
-- they were. Only what is taken down takes its versions with it.

CREATE FUNCTION stay_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.audience = 'public' AND NOT EXISTS (SELECT FROM "Paper" p
    WHERE p."proposalId" = NEW."proposalId" AND p."takenDownAt" IS NOT NULL) THEN
    NEW.audience := 'public';
  END IF;
  RETURN NEW;
END $$;
-- Named to run after the trigger that copies the audience from above.
CREATE TRIGGER z_stays_published BEFORE UPDATE ON "ScopingVersion" FOR EACH ROW EXECUTE FUNCTION stay_published();
