-- Since when a proposal waits, by the business clock, as topics and clauses say it.
ALTER TABLE "ScopingProposal" ADD COLUMN "statusOn" CHAR(10);
