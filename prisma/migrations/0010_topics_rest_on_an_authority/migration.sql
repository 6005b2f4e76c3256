-- What became of a topic was decided by somebody, on some authority (LGA 1972 s101): it is kept with the topic, as it is with what
-- else is decided. And a method that is read off a matrix has a place for it.

-- AlterTable
ALTER TABLE "ScoringMethod" ADD COLUMN     "matrix" JSONB;

-- AlterTable
ALTER TABLE "Topic" ADD COLUMN     "authorityId" UUID;

-- CreateIndex
CREATE INDEX "Topic_authorityId_idx" ON "Topic"("authorityId");

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_authorityId_fkey" FOREIGN KEY ("authorityId") REFERENCES "Authority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was decided before this was kept is taken as it was found.
WITH found AS (
  INSERT INTO "Authority" (id, kind, statement, audience)
    SELECT gen_random_uuid(), 'import', 'As found when authorities of topics began to be kept', 'public'
    WHERE EXISTS (SELECT FROM "Topic" WHERE status IN ('shortlisted', 'in_scoping', 'parked', 'rejected', 'transferred', 'merged'))
    RETURNING id)
UPDATE "Topic" SET "authorityId" = found.id FROM found
  WHERE status IN ('shortlisted', 'in_scoping', 'parked', 'rejected', 'transferred', 'merged');

ALTER TABLE "Topic" ADD CONSTRAINT decided_on_an_authority
  CHECK (status NOT IN ('shortlisted', 'in_scoping', 'parked', 'rejected', 'transferred', 'merged') OR "authorityId" IS NOT NULL);
