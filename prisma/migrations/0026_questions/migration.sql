-- Questions, statements and petitions go through a machine of their own, from their receipt to a written reply. Who asks and how to
-- reach them is another table, which the public login has no grant on.

CREATE TYPE "QuestionStatus" AS ENUM ('received', 'accepted', 'not_accepted', 'answered', 'reply_promised', 'replied', 'withdrawn');
CREATE TYPE "QuestionGround" AS ENUM ('outside_functions', 'offensive', 'repeated', 'confidential', 'individual_case', 'too_long');
CREATE TYPE "QuestionIdentity" AS ENUM ('name', 'name_and_area', 'withheld');

-- AlterTable
ALTER TABLE "Question" ADD COLUMN     "addressedTo" TEXT,
ADD COLUMN     "agendaItemId" UUID,
ADD COLUMN     "answeredBy" TEXT,
ADD COLUMN     "areaId" UUID,
ADD COLUMN     "bodyId" UUID,
ADD COLUMN     "ground" "QuestionGround",
ADD COLUMN     "identity" "QuestionIdentity" NOT NULL DEFAULT 'name',
ADD COLUMN     "keepers" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "lateAllowedBy" TEXT,
ADD COLUMN     "portfolioId" UUID,
ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "reference" TEXT,
ADD COLUMN     "repliedOn" CHAR(10),
ADD COLUMN     "reply" TEXT,
ADD COLUMN     "replyDueOn" CHAR(10),
ADD COLUMN     "replyPromisedBy" TEXT,
ADD COLUMN     "status" "QuestionStatus" NOT NULL DEFAULT 'received',
ADD COLUMN     "statusReason" TEXT,
ADD COLUMN     "supplementary" TEXT,
ADD COLUMN     "supplementaryAnswer" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ALTER COLUMN "audience" SET DEFAULT 'chair';

-- What is on record was taken at its meeting, or has yet to be looked at.
UPDATE "Question" q SET "bodyId" = m."bodyId", status = CASE WHEN q.audience = 'public' THEN 'answered' ELSE 'received' END::"QuestionStatus",
  audience = CASE WHEN q.audience = 'public' THEN 'public' ELSE 'chair' END::"Audience"
  FROM "Meeting" m WHERE m.id = q."meetingId";
ALTER TABLE "Question" ALTER COLUMN "bodyId" SET NOT NULL;

-- CreateTable
CREATE TABLE "QuestionAsker" (
    "questionId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "area" TEXT,
    "email" TEXT,
    "address" TEXT,

    CONSTRAINT "QuestionAsker_pkey" PRIMARY KEY ("questionId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Question_reference_key" ON "Question"("reference");
CREATE INDEX "Question_agendaItemId_idx" ON "Question"("agendaItemId");
CREATE INDEX "Question_bodyId_idx" ON "Question"("bodyId");
CREATE INDEX "Question_status_replyDueOn_idx" ON "Question"("status", "replyDueOn");

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "QuestionAsker" ADD CONSTRAINT "QuestionAsker_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT check_plain_dates_and_times();

-- Never open to more than its meeting, and not deleted once it was public.
CREATE TRIGGER within_meeting BEFORE INSERT OR UPDATE ON "Question" FOR EACH ROW EXECUTE FUNCTION stay_within_whole('Meeting', 'meetingId');
CREATE TRIGGER keeps_published BEFORE DELETE ON "Question" FOR EACH ROW EXECUTE FUNCTION refuse_unpublishing();

ALTER TABLE "Question" ADD CONSTRAINT not_accepted_on_a_ground CHECK (status <> 'not_accepted' OR ground IS NOT NULL),
  -- What was not looked at, not accepted or withdrawn is on no public page, whatever the program does.
  ADD CONSTRAINT public_once_accepted CHECK (audience <> 'public' OR status NOT IN ('received', 'not_accepted', 'withdrawn')),
  ADD CONSTRAINT promised_by_a_day CHECK (status <> 'reply_promised' OR "replyDueOn" IS NOT NULL),
  ADD CONSTRAINT replied_in_words CHECK (status <> 'replied' OR coalesce(reply, '') <> '');
