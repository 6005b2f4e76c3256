-- Every save of a report is a version that stays, so that whoever clears it reads what changed since they last did; comments are
-- kept beside. None of it is ever public: these tables have no audience, and the public login is granted nothing of them.

-- CreateEnum
CREATE TYPE "ReportVersionWay" AS ENUM ('typed', 'word', 'sheet');

-- AlterTable
ALTER TABLE "Clearance" ADD COLUMN     "askedIds" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];

-- CreateTable
CREATE TABLE "ReportVersion" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "way" "ReportVersionWay" NOT NULL,
    "content" JSONB NOT NULL,
    "notes" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReportVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportComment" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "step" "ClearanceStep",
    "versionNumber" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReportComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportSeen" (
    "reportId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "versionNumber" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReportSeen_pkey" PRIMARY KEY ("reportId","personId")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReportVersion_reportId_number_key" ON "ReportVersion"("reportId", "number");

-- CreateIndex
CREATE INDEX "ReportComment_reportId_idx" ON "ReportComment"("reportId");

-- AddForeignKey
ALTER TABLE "ReportVersion" ADD CONSTRAINT "ReportVersion_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportComment" ADD CONSTRAINT "ReportComment_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportSeen" ADD CONSTRAINT "ReportSeen_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER as_written BEFORE UPDATE OR DELETE ON "ReportVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
