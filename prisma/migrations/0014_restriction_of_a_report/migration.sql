-- A report's restriction is proposed and signed while it is drafted, before any agenda lists it (LGA 1972 s100B(2)).

-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "confidentialGround" TEXT,
ADD COLUMN     "publicInterest" TEXT,
ADD COLUMN     "restrictionSignedById" UUID,
ADD COLUMN     "restrictionSignedOn" CHAR(10);

SELECT check_plain_dates_and_times();
