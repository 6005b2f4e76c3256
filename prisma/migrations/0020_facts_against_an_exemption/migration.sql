-- Facts that take an exemption away are said of a report when its restriction is proposed (Schedule 12A Part 2, paragraphs 8 and 9),
-- as they are of a paper.
ALTER TABLE "Report" ADD COLUMN "registrable" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "ownPlanningPermission" BOOLEAN NOT NULL DEFAULT false;
