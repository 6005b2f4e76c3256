-- A list that is left out is empty. It was NULL, of which SQL says neither yes nor no: an exempt decision withheld from nobody was
-- shown to nobody, and exempt content that cited no paragraph passed its CHECK.

-- AlterTable
ALTER TABLE "AgendaItem" ALTER COLUMN "keepers" SET DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "Attendance" ALTER COLUMN "forMinutes" SET DEFAULT ARRAY[]::INTEGER[];

-- AlterTable
ALTER TABLE "Body" ALTER COLUMN "functions" SET DEFAULT ARRAY[]::"BodyFunction"[];

-- AlterTable
ALTER TABLE "CallIn" ALTER COLUMN "signatories" SET DEFAULT ARRAY[]::UUID[],
ALTER COLUMN "keepers" SET DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "Decision" ALTER COLUMN "keepers" SET DEFAULT ARRAY[]::UUID[],
ALTER COLUMN "paragraphs" SET DEFAULT ARRAY[]::INTEGER[],
ALTER COLUMN "withheldFrom" SET DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "FollowUp" ALTER COLUMN "keepers" SET DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "Meeting" ALTER COLUMN "keepers" SET DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "Minute" ALTER COLUMN "headings" SET DEFAULT ARRAY[]::TEXT[],
ALTER COLUMN "keepers" SET DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "MinuteText" ALTER COLUMN "keepers" SET DEFAULT ARRAY[]::UUID[],
ALTER COLUMN "paragraphs" SET DEFAULT ARRAY[]::INTEGER[],
ALTER COLUMN "withheldFrom" SET DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "Minutes" ALTER COLUMN "keepers" SET DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "Paper" ALTER COLUMN "paragraphs" SET DEFAULT ARRAY[]::INTEGER[],
ALTER COLUMN "keepers" SET DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "PaperFile" ALTER COLUMN "keepers" SET DEFAULT ARRAY[]::UUID[],
ALTER COLUMN "paragraphs" SET DEFAULT ARRAY[]::INTEGER[],
ALTER COLUMN "withheldFrom" SET DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "Programme" ALTER COLUMN "keepers" SET DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "ProgrammeItem" ALTER COLUMN "linesOfEnquiry" SET DEFAULT ARRAY[]::TEXT[],
ALTER COLUMN "keepers" SET DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "Recommendation" ALTER COLUMN "keepers" SET DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "RecommendationClause" ALTER COLUMN "keepers" SET DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "Report" ALTER COLUMN "keepers" SET DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "ReportText" ALTER COLUMN "keepers" SET DEFAULT ARRAY[]::UUID[],
ALTER COLUMN "paragraphs" SET DEFAULT ARRAY[]::INTEGER[],
ALTER COLUMN "withheldFrom" SET DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "Response" ALTER COLUMN "keepers" SET DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "ReviewGroup" ALTER COLUMN "keepers" SET DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "ScopingProposal" ALTER COLUMN "keepers" SET DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "Topic" ALTER COLUMN "parts" SET DEFAULT ARRAY[]::TEXT[],
ALTER COLUMN "keepers" SET DEFAULT ARRAY[]::UUID[];

-- A part takes its whole's lists, so wholes are filled before what follows them; a few rounds reach the last.
DO $$
DECLARE c record; filled bigint; left_over bigint := 1;
BEGIN
  FOR round IN 1..5 LOOP
    EXIT WHEN left_over = 0;
    left_over := 0;
    FOR c IN SELECT table_name, column_name FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type = 'ARRAY' LOOP
      EXECUTE format('UPDATE %1$I SET %2$I = ''{}'' WHERE %2$I IS NULL', c.table_name, c.column_name);
      GET DIAGNOSTICS filled = ROW_COUNT;
      left_over := left_over + filled;
    END LOOP;
  END LOOP;
  -- Triggers wait until a statement's end; ALTER TABLE wants them done.
  SET CONSTRAINTS ALL IMMEDIATE;
  FOR c IN SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = 'public' AND data_type = 'ARRAY' LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET NOT NULL', c.table_name, c.column_name);
  END LOOP;
END $$;
