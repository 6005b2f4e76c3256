-- What may be overdue is found among the clauses that are open, not among all that were ever agreed.

-- Row-level security comes before a reader's conditions, and only operators that are marked as leaking nothing come before it: those
-- of enums are not, so no index finds the public login a status. A boolean says the same, and is found.
ALTER TABLE "RecommendationClause" ADD COLUMN "isOpen" BOOLEAN NOT NULL DEFAULT true;
UPDATE "RecommendationClause" SET "isOpen" = false WHERE status NOT IN ('agreed', 'notice_served', 'responded', 'implementing');
ALTER TABLE "RecommendationClause" ADD CONSTRAINT open_by_status
  CHECK ("isOpen" = (status IN ('agreed', 'notice_served', 'responded', 'implementing')));

CREATE FUNCTION clause_is_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."isOpen" := NEW.status IN ('agreed', 'notice_served', 'responded', 'implementing');
  RETURN NEW;
END $$;
CREATE TRIGGER open_by_status BEFORE INSERT OR UPDATE ON "RecommendationClause" FOR EACH ROW EXECUTE FUNCTION clause_is_open();

CREATE INDEX "RecommendationClause_isOpen_id_idx" ON "RecommendationClause"("isOpen", "id");

-- Recommendations are listed a page at a time, of all and of one body, in the order of an index: with a remainder to be sorted, what
-- is shown of a row would be fetched for all the rows that it is sorted among.
DROP INDEX "Recommendation_agreedOn_idx";
DROP INDEX "Recommendation_bodyId_idx";
CREATE INDEX "Recommendation_agreedOn_id_idx" ON "Recommendation"("agreedOn" DESC, "id");
CREATE INDEX "Recommendation_bodyId_agreedOn_id_idx" ON "Recommendation"("bodyId", "agreedOn" DESC, "id");
