-- The meeting as it is minuted at the table: who came and went at which item, what became of the public, who moved what; the sheet of
-- decisions that goes out the same evening, the checking of drafts, and progress on matters raised as it was published.

-- CreateEnum
CREATE TYPE "PublicAccess" AS ENUM ('present', 'excluded', 'exempt_not_discussed');

-- CreateEnum
CREATE TYPE "MovementKind" AS ENUM ('arrived', 'left', 'returned');

-- AlterTable
ALTER TABLE "Minute" ADD COLUMN     "publicAccess" "PublicAccess",
ADD COLUMN     "sitting" INTEGER,
ADD COLUMN     "startedAt" CHAR(5);

-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "moverId" UUID,
ADD COLUMN     "seconderId" UUID;

-- AlterTable
ALTER TABLE "ReviewGroup" ADD COLUMN     "agendaItemId" UUID;

-- CreateTable
CREATE TABLE "Movement" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "minuteId" UUID NOT NULL,
    "kind" "MovementKind" NOT NULL,
    "at" CHAR(5),
    "audience" "Audience" NOT NULL DEFAULT 'chair',

    CONSTRAINT "Movement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MinuteCheck" (
    "id" UUID NOT NULL,
    "minuteId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3),
    "remark" TEXT NOT NULL DEFAULT '',
    "saidAt" TIMESTAMPTZ(3),

    CONSTRAINT "MinuteCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DecisionSheet" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "issuedById" UUID,
    "lines" JSONB NOT NULL,
    "bodyId" UUID NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'inside',
    "areaId" UUID,
    "portfolioId" UUID,
    "keepers" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],

    CONSTRAINT "DecisionSheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgressReport" (
    "meetingId" UUID NOT NULL,
    "rows" JSONB NOT NULL,
    "keptAt" TIMESTAMPTZ(3) NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'inside',

    CONSTRAINT "ProgressReport_pkey" PRIMARY KEY ("meetingId")
);

-- CreateIndex
CREATE INDEX "Movement_meetingId_idx" ON "Movement"("meetingId");

-- CreateIndex
CREATE INDEX "Movement_personId_idx" ON "Movement"("personId");

-- CreateIndex
CREATE INDEX "Movement_minuteId_idx" ON "Movement"("minuteId");

-- CreateIndex
CREATE INDEX "MinuteCheck_minuteId_idx" ON "MinuteCheck"("minuteId");

-- CreateIndex
CREATE INDEX "MinuteCheck_personId_idx" ON "MinuteCheck"("personId");

-- CreateIndex
CREATE INDEX "DecisionSheet_bodyId_idx" ON "DecisionSheet"("bodyId");

-- CreateIndex
CREATE UNIQUE INDEX "DecisionSheet_meetingId_number_key" ON "DecisionSheet"("meetingId", "number");

-- CreateIndex
CREATE INDEX "Decision_moverId_idx" ON "Decision"("moverId");

-- CreateIndex
CREATE INDEX "Decision_seconderId_idx" ON "Decision"("seconderId");

-- CreateIndex
CREATE INDEX "ReviewGroup_agendaItemId_idx" ON "ReviewGroup"("agendaItemId");

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_moverId_fkey" FOREIGN KEY ("moverId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_seconderId_fkey" FOREIGN KEY ("seconderId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewGroup" ADD CONSTRAINT "ReviewGroup_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Movement" ADD CONSTRAINT "Movement_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Movement" ADD CONSTRAINT "Movement_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Movement" ADD CONSTRAINT "Movement_minuteId_fkey" FOREIGN KEY ("minuteId") REFERENCES "Minute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinuteCheck" ADD CONSTRAINT "MinuteCheck_minuteId_fkey" FOREIGN KEY ("minuteId") REFERENCES "Minute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinuteCheck" ADD CONSTRAINT "MinuteCheck_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionSheet" ADD CONSTRAINT "DecisionSheet_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgressReport" ADD CONSTRAINT "ProgressReport_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who sees which of these rows, as everywhere: what stays in the office (the checking of drafts) the public login cannot ask for.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Movement', 'DecisionSheet', 'ProgressReport'] LOOP
    EXECUTE format('GRANT SELECT ON %I TO scrutineer_public', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY public_rows ON %I FOR SELECT TO scrutineer_public USING (audience = ''public'')', t);
    EXECUTE format('CREATE POLICY office_rows ON %I TO scrutineer_office USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

SELECT part_of('Movement', 'meetingId', 'Minutes', 'meetingId');
SELECT part_of('ProgressReport', 'meetingId', 'Meeting');

-- What was sent out, and what was published, stays as it was.
CREATE TRIGGER as_issued BEFORE UPDATE OF lines, "issuedAt", number OR DELETE ON "DecisionSheet" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER as_published BEFORE UPDATE OF rows, "keptAt" OR DELETE ON "ProgressReport" FOR EACH ROW EXECUTE FUNCTION refuse_change();

SELECT check_plain_dates_and_times();
