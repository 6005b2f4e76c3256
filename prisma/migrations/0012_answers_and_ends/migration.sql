-- What became of a follow-up or of a clause stands with it, for the public too: the day, the reason, the evidence and what its end
-- rests on (LGA 1972 s101). An answer keeps its words (LGA 2000 s9FE); what it left out is added with the day it was given.

-- DropIndex
DROP INDEX "FollowUp_supersededById_key";

-- AlterTable
ALTER TABLE "FollowUp" ADD COLUMN     "endAuthorityId" UUID,
ADD COLUMN     "statusOn" CHAR(10);

-- AlterTable
ALTER TABLE "RecommendationClause" ADD COLUMN     "authorityId" UUID,
ADD COLUMN     "evidence" TEXT,
ADD COLUMN     "statusOn" CHAR(10),
ADD COLUMN     "statusReason" TEXT;

-- AlterTable
ALTER TABLE "Response" ADD COLUMN     "reasonGivenOn" CHAR(10),
ADD COLUMN     "respondentIds" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "Undertaking" ADD COLUMN     "givenOn" CHAR(10);

-- CreateIndex
CREATE INDEX "FollowUp_endAuthorityId_idx" ON "FollowUp"("endAuthorityId");

-- CreateIndex
CREATE INDEX "FollowUp_supersededById_idx" ON "FollowUp"("supersededById");

-- CreateIndex
CREATE INDEX "RecommendationClause_authorityId_idx" ON "RecommendationClause"("authorityId");

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_endAuthorityId_fkey" FOREIGN KEY ("endAuthorityId") REFERENCES "Authority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecommendationClause" ADD CONSTRAINT "RecommendationClause_authorityId_fkey" FOREIGN KEY ("authorityId") REFERENCES "Authority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

SELECT check_plain_dates_and_times();

-- A note says what was so on its day.
CREATE TRIGGER as_noted BEFORE UPDATE OF "on", text, "personId", escalation OR DELETE ON "FollowUpNote"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER as_noted BEFORE UPDATE OF "on", text, "personId" OR DELETE ON "ImplementationNote"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What a committee agreed to ask, and of whom, is not asked differently afterwards.
CREATE TRIGGER as_agreed BEFORE UPDATE OF title, kind, capacity, reason, "agreedOn", "decisionId" ON "Recommendation"
  FOR EACH ROW WHEN ((OLD.title, OLD.kind, OLD.capacity, OLD.reason, OLD."agreedOn", OLD."decisionId")
    IS DISTINCT FROM (NEW.title, NEW.kind, NEW.capacity, NEW.reason, NEW."agreedOn", NEW."decisionId"))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER as_agreed BEFORE UPDATE OF number, "recipientKind", "recipientId", "recipientName" ON "RecommendationClause"
  FOR EACH ROW WHEN ((OLD.number, OLD."recipientKind", OLD."recipientId", OLD."recipientName")
    IS DISTINCT FROM (NEW.number, NEW."recipientKind", NEW."recipientId", NEW."recipientName"))
  EXECUTE FUNCTION refuse_change();

-- A recorded answer keeps its words and what it comes to; a reason is added where none was given.
CREATE FUNCTION refuse_other_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status IS DISTINCT FROM OLD.status OR NEW.wording IS DISTINCT FROM OLD.wording OR NEW.kind IS DISTINCT FROM OLD.kind
    OR (coalesce(OLD.reason, '') <> '' AND NEW.reason IS DISTINCT FROM OLD.reason) THEN
    RAISE EXCEPTION 'An answer keeps the words it was given in' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER as_answered BEFORE UPDATE OF status, wording, kind, reason ON "Response"
  FOR EACH ROW WHEN (OLD.status = 'recorded') EXECUTE FUNCTION refuse_other_answer();
