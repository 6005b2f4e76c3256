-- The public follows a topic from its suggestion to its end, and the audit trail stays inside: what became of the topic is kept
-- beside it as well, each step with its day, its reason and what it rests on.

-- CreateTable
CREATE TABLE "TopicStep" (
    "id" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "status" "TopicStatus" NOT NULL,
    "on" CHAR(10) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT,
    "authorityId" UUID,
    "score" JSONB,
    "audience" "Audience" NOT NULL DEFAULT 'inside',

    CONSTRAINT "TopicStep_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TopicStep_topicId_idx" ON "TopicStep"("topicId");

-- CreateIndex
CREATE INDEX "TopicStep_authorityId_idx" ON "TopicStep"("authorityId");

-- AddForeignKey
ALTER TABLE "TopicStep" ADD CONSTRAINT "TopicStep_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicStep" ADD CONSTRAINT "TopicStep_authorityId_fkey" FOREIGN KEY ("authorityId") REFERENCES "Authority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- As open as the topic, and kept as it was written.
GRANT SELECT ON "TopicStep" TO scrutineer_public;
ALTER TABLE "TopicStep" ENABLE ROW LEVEL SECURITY;
CREATE POLICY public_rows ON "TopicStep" FOR SELECT TO scrutineer_public USING (audience = 'public');
CREATE POLICY office_rows ON "TopicStep" TO scrutineer_office USING (true) WITH CHECK (true);
SELECT part_of('TopicStep', 'topicId', 'Topic');
SELECT check_plain_dates_and_times();
CREATE TRIGGER as_recorded BEFORE UPDATE OF status, "on", reason, "authorityId", score OR DELETE ON "TopicStep"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
