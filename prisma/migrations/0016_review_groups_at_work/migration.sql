-- A review group is proposed with the members it is to have: they hold seats once the parent has set it up. A group that is suspended
-- is taken up where it stopped. Its report is the one it reported with.

-- AlterTable
ALTER TABLE "ReviewGroup" ADD COLUMN     "balanced" BOOLEAN,
ADD COLUMN     "proposedMemberIds" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "reportId" UUID,
ADD COLUMN     "suspendedFrom" "ReviewGroupStatus";

-- CreateIndex
CREATE INDEX "ReviewGroup_reportId_idx" ON "ReviewGroup"("reportId");

-- AddForeignKey
ALTER TABLE "ReviewGroup" ADD CONSTRAINT "ReviewGroup_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "ReviewGroup" ADD CONSTRAINT suspended_from_somewhere CHECK ((status = 'suspended') = ("suspendedFrom" IS NOT NULL));
