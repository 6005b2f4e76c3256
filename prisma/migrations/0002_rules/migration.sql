-- What the database keeps by itself, whatever the program does: who may read which rows, what may never be changed or deleted,
-- and what cannot be true. Prisma models none of this; a schema diff leaves it alone.

-- ── Two identities ──────────────────────────────────────────────────────────────────────────────────────────────────────
-- Logins are made by whoever runs the server and are members of these. The public site's can see public rows only.

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'scrutineer_office') THEN CREATE ROLE scrutineer_office NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'scrutineer_public') THEN CREATE ROLE scrutineer_public NOLOGIN; END IF;
END $$;

GRANT USAGE ON SCHEMA public TO scrutineer_office, scrutineer_public;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO scrutineer_office;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO scrutineer_office;

-- Facts about the council that are public whole. Contact details, sign-in and aliases are other tables.
GRANT SELECT ON "Council", "BusinessClock", "CalendarDay", "Body", "Area", "Portfolio", "Person", "Post", "Seat",
  "CorporateOutcome", "ScoringMethod" TO scrutineer_public;

-- ── A row says itself whether it is public ──────────────────────────────────────────────────────────────────────────────
-- A policy reads columns of its own row only: one that looks at other tables is slow, and two that look at each other fail.

DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'audience' LOOP
    EXECUTE format('GRANT SELECT ON %I TO scrutineer_public', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY public_rows ON %I FOR SELECT TO scrutineer_public USING (audience = ''public'')', t);
    EXECUTE format('CREATE POLICY office_rows ON %I TO scrutineer_office USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- Restricted content is never public, and exempt content says under which paragraphs of Schedule 12A LGA 1972 it is.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'restriction' LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK ((restriction = ''exempt'') = (cardinality(paragraphs) > 0)
      AND paragraphs <@ ARRAY[1,2,3,4,5,6,7])', t, t || '_paragraphs_if_exempt');
    IF t <> 'Paper' THEN
      EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (restriction = ''public'' OR audience <> ''public'')',
        t, t || '_restricted_is_not_public');
    END IF;
  END LOOP;
END $$;

-- ── Parts follow the whole ──────────────────────────────────────────────────────────────────────────────────────────────
-- A part (a paragraph, a decision, a stored file) is open to whom its record is open, and has the same keepers: the columns
-- both have are copied. Restricted content stops short of the public.

CREATE FUNCTION follow_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  whole jsonb; mine jsonb := to_jsonb(NEW); taken jsonb := '{}'; col text;
BEGIN
  IF mine->>TG_ARGV[1] IS NULL THEN RETURN NEW; END IF;
  EXECUTE format('SELECT to_jsonb(w) FROM %I w WHERE w.%I = $1', TG_ARGV[0], TG_ARGV[2]) INTO whole USING (mine->>TG_ARGV[1])::uuid;
  IF whole IS NULL THEN RETURN NEW; END IF;
  FOREACH col IN ARRAY ARRAY['audience', 'bodyId', 'areaId', 'portfolioId', 'keepers'] LOOP
    IF mine ? col AND whole ? col THEN taken := taken || jsonb_build_object(col, whole->col); END IF;
  END LOOP;
  NEW := jsonb_populate_record(NEW, taken);
  IF mine ? 'restriction' AND mine->>'restriction' <> 'public' AND NEW.audience = 'public' THEN NEW.audience := 'inside'; END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION lead_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('UPDATE %1$I SET %2$I = %2$I WHERE %2$I = $1', TG_ARGV[0], TG_ARGV[1])
    USING (to_jsonb(NEW)->>TG_ARGV[2])::uuid;
  RETURN NULL;
END $$;

CREATE FUNCTION part_of(part text, fk text, whole text, key text DEFAULT 'id') RETURNS void LANGUAGE plpgsql AS $$
DECLARE changed text;
BEGIN
  -- By WHEN and not by UPDATE OF, which looks at the columns a statement names: a part that is itself a whole (a report's text,
  -- a minute) has its audience changed by the trigger above, and must pass it on.
  SELECT string_agg(format('OLD.%1$I IS DISTINCT FROM NEW.%1$I', column_name), ' OR ') INTO changed FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = whole AND column_name IN ('audience', 'bodyId', 'areaId', 'portfolioId', 'keepers');
  EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION follow_whole(%L, %L, %L)',
    'follows_' || whole, part, whole, fk, key);
  EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I FOR EACH ROW WHEN (%s) EXECUTE FUNCTION lead_parts(%L, %L, %L)',
    'leads_' || part, whole, changed, part, fk, key);
  -- A whole that is made after its parts (minutes after attendance) leads them at once.
  IF key <> 'id' THEN
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I FOR EACH ROW EXECUTE FUNCTION lead_parts(%L, %L, %L)',
      'leads_' || part || '_from_start', whole, part, fk, key);
  END IF;
END $$;

SELECT part_of('ReviewGroupExtension', 'groupId', 'ReviewGroup');
SELECT part_of('MeetingSession', 'meetingId', 'Meeting');
SELECT part_of('MeetingEntry', 'meetingId', 'Meeting');
SELECT part_of('Publication', 'meetingId', 'Meeting');
SELECT part_of('PaperFile', 'paperId', 'Paper');
SELECT part_of('ReportAuthor', 'reportId', 'Report');
SELECT part_of('ReportText', 'reportId', 'Report');
SELECT part_of('ReportParagraph', 'reportId', 'ReportText', 'reportId');
SELECT part_of('OutsideDate', 'reportId', 'Report');
SELECT part_of('OutsideDate', 'recommendationId', 'Recommendation');
SELECT part_of('OutsideDate', 'programmeItemId', 'ProgrammeItem');
SELECT part_of('Minute', 'minutesId', 'Minutes');
SELECT part_of('MinutesAmendment', 'minutesId', 'Minutes');
SELECT part_of('MinuteText', 'minuteId', 'Minute');
SELECT part_of('Decision', 'minuteId', 'Minute');
SELECT part_of('NamedVote', 'decisionId', 'Decision');
SELECT part_of('Authority', 'decisionId', 'Decision');
SELECT part_of('Attendance', 'meetingId', 'Minutes', 'meetingId');
SELECT part_of('Declaration', 'meetingId', 'Minutes', 'meetingId');
SELECT part_of('FollowUpOwner', 'followUpId', 'FollowUp');
SELECT part_of('FollowUpNote', 'followUpId', 'FollowUp');
SELECT part_of('RecommendationClause', 'recommendationId', 'Recommendation');
SELECT part_of('Notice', 'recommendationId', 'Recommendation');
SELECT part_of('ImplementationNote', 'clauseId', 'RecommendationClause');
SELECT part_of('Undertaking', 'responseId', 'Response');
SELECT part_of('ScopingTopic', 'proposalId', 'ScopingProposal');
SELECT part_of('ScopingVersion', 'proposalId', 'ScopingProposal');
SELECT part_of('ScopingOutcome', 'proposalId', 'ScopingProposal');
SELECT part_of('ProgrammeLead', 'itemId', 'ProgrammeItem');
SELECT part_of('SlotMove', 'itemId', 'ProgrammeItem');
SELECT part_of('ProgrammeOutcome', 'itemId', 'ProgrammeItem');
SELECT part_of('ForwardPlanTopic', 'topicId', 'Topic');

-- An agenda item is never open to more than its meeting, nor a listed paper to more than its item.
CREATE FUNCTION stay_within_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE whole_audience "Audience";
BEGIN
  IF to_jsonb(NEW)->>TG_ARGV[1] IS NULL THEN RETURN NEW; END IF;
  EXECUTE format('SELECT audience FROM %I WHERE id = $1', TG_ARGV[0]) INTO whole_audience USING (to_jsonb(NEW)->>TG_ARGV[1])::uuid;
  IF whole_audience < NEW.audience THEN NEW.audience := whole_audience; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER within_meeting BEFORE INSERT OR UPDATE ON "AgendaItem" FOR EACH ROW EXECUTE FUNCTION stay_within_whole('Meeting', 'meetingId');
CREATE TRIGGER within_item BEFORE INSERT OR UPDATE ON "Paper" FOR EACH ROW EXECUTE FUNCTION stay_within_whole('AgendaItem', 'agendaItemId');

-- A paper's files are as restricted as its listing says, and withheld from whom it is withheld.
CREATE FUNCTION follow_restriction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT p.restriction, p.paragraphs INTO NEW.restriction, NEW.paragraphs FROM "Paper" p WHERE p.id = NEW."paperId";
  SELECT coalesce(array_agg(w."personId"), '{}') INTO NEW."withheldFrom" FROM "Withholding" w
    WHERE w."paperId" = NEW."paperId" AND w.until IS NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER a_follows_restriction BEFORE INSERT OR UPDATE ON "PaperFile" FOR EACH ROW EXECUTE FUNCTION follow_restriction();
CREATE TRIGGER leads_restriction AFTER UPDATE OF restriction, paragraphs ON "Paper" FOR EACH ROW EXECUTE FUNCTION lead_parts('PaperFile', 'paperId', 'id');
CREATE TRIGGER leads_withholding AFTER INSERT OR UPDATE ON "Withholding" FOR EACH ROW EXECUTE FUNCTION lead_parts('PaperFile', 'paperId', 'paperId');

-- ── What is never changed or deleted ────────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "RestrictedView" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "RestrictedView" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE ON "AuditEntry", "RestrictedView" FROM scrutineer_office;

-- A publication and a version put forward stay as they were; only whom they are open to follows their record.
CREATE TRIGGER as_published BEFORE UPDATE OF snapshot, hash, "publishedAt", gaps OR DELETE ON "Publication" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER as_put_forward BEFORE UPDATE OF content, number OR DELETE ON "ScopingVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A recommendation is immutable once agreed: contesting it makes a linked new one.
CREATE FUNCTION refuse_rewording() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.text IS DISTINCT FROM OLD.text THEN
    RAISE EXCEPTION 'A clause keeps the words that were agreed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agreed_words BEFORE UPDATE OF text ON "RecommendationClause" FOR EACH ROW EXECUTE FUNCTION refuse_rewording();

-- Nothing published is ever deleted: it is superseded, withdrawn or taken down, with a trace.
CREATE FUNCTION refuse_unpublishing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.audience = 'public' THEN
    RAISE EXCEPTION 'What was published is not deleted' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN OLD;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Meeting', 'AgendaItem', 'Paper', 'PaperFile', 'Report', 'ReportText', 'ReportParagraph', 'Minutes', 'Minute',
    'MinuteText', 'Decision', 'Recommendation', 'RecommendationClause', 'Response', 'Notice', 'FollowUp', 'Topic', 'ScopingProposal',
    'ProgrammeItem', 'Programme', 'ReviewGroup', 'MeetingEntry', 'SlotMove'] LOOP
    EXECUTE format('CREATE TRIGGER keeps_published BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_unpublishing()', t);
  END LOOP;
END $$;

-- ── What cannot be true ─────────────────────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION is_plain_date(value text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN RETURN value ~ '^\d{4}-\d\d-\d\d$' AND to_char(value::date, 'YYYY-MM-DD') = value;
EXCEPTION WHEN others THEN RETURN false; END $$;
CREATE FUNCTION is_plain_time(value text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT value ~ '^([01]\d|2[0-3]):[0-5]\d$' $$;

-- Every Char(10) is a plain date and every Char(5) a time of day. A migration that adds such a column calls this again.
CREATE FUNCTION check_plain_dates_and_times() RETURNS void LANGUAGE plpgsql AS $$
DECLARE c record; name text;
BEGIN
  FOR c IN SELECT table_name, column_name, character_maximum_length AS size FROM information_schema.columns
    WHERE table_schema = 'public' AND data_type = 'character' AND character_maximum_length IN (5, 10) LOOP
    name := c.table_name || '_' || c.column_name || CASE c.size WHEN 10 THEN '_is_a_date' ELSE '_is_a_time' END;
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = name) THEN
      EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (%s(%I))', c.table_name, name,
        CASE c.size WHEN 10 THEN 'is_plain_date' ELSE 'is_plain_time' END, c.column_name);
    END IF;
  END LOOP;
END $$;
SELECT check_plain_dates_and_times();

ALTER TABLE "Council" ADD CONSTRAINT only_one_council CHECK (id = 1);
ALTER TABLE "BusinessClock" ADD CONSTRAINT only_one_clock CHECK (id = 1),
  ADD CONSTRAINT stands_only_in_a_demonstration CHECK (demonstration OR "standsAt" IS NULL);
ALTER TABLE "Account" ADD CONSTRAINT email_in_lower_case CHECK (email = lower(email));
ALTER TABLE "Seat" ADD CONSTRAINT seat_ends_after_it_begins CHECK (until IS NULL OR until >= "from");
ALTER TABLE "Post" ADD CONSTRAINT post_ends_after_it_begins CHECK (until IS NULL OR until >= "from");
ALTER TABLE "AgendaItem" ADD CONSTRAINT pages_in_order CHECK ("pageTo" IS NULL OR "pageTo" >= "pageFrom"),
  ADD CONSTRAINT item_not_its_own_parent CHECK ("parentId" IS NULL OR "parentId" <> id);
ALTER TABLE "Paper" ADD CONSTRAINT paper_pages_in_order CHECK ("pageTo" IS NULL OR "pageTo" >= "pageFrom");
-- Published needs a time and a place (LGA 1972 s100A(6)(a)).
ALTER TABLE "Meeting" ADD CONSTRAINT published_with_time_and_place
  CHECK (status <> 'published' OR ("startTime" IS NOT NULL AND place IS NOT NULL AND "publishedAt" IS NOT NULL));
-- Minutes are confirmed by link, by a meeting (LGA 1972 Sch 12 para 41).
ALTER TABLE "Minutes" ADD CONSTRAINT confirmed_at_a_meeting
  CHECK (status NOT IN ('confirmed', 'confirmed_amended', 'signed') OR "confirmedAtId" IS NOT NULL),
  ADD CONSTRAINT signed_by_somebody CHECK (status <> 'signed' OR ("signedById" IS NOT NULL AND "signedOn" IS NOT NULL));
-- "Approved by the committee" comes from a resolution, and nothing decided exists without an authority (LGA 1972 s101).
ALTER TABLE "Authority" ADD CONSTRAINT resolution_is_a_decision CHECK ((kind = 'resolution') = ("decisionId" IS NOT NULL));
ALTER TABLE "ScopingProposal" ADD CONSTRAINT approved_on_an_authority
  CHECK (status NOT IN ('approved', 'approved_amended', 'commissioned', 'complete', 'rejected') OR "authorityId" IS NOT NULL);
ALTER TABLE "Programme" ADD CONSTRAINT adopted_on_an_authority CHECK (status = 'draft' OR "authorityId" IS NOT NULL);
ALTER TABLE "FollowUp" ADD CONSTRAINT asked_by_a_minute_or_an_authority CHECK ("minuteId" IS NOT NULL OR "authorityId" IS NOT NULL),
  ADD CONSTRAINT closed_on_evidence CHECK (status <> 'closed' OR coalesce(evidence, '') <> '');
ALTER TABLE "Topic" ADD CONSTRAINT transferred_to_somebody CHECK (status <> 'transferred' OR "receiverId" IS NOT NULL),
  ADD CONSTRAINT merged_into_another CHECK ((status = 'merged') = ("mergedIntoId" IS NOT NULL));
ALTER TABLE "ProgrammeItem" ADD CONSTRAINT slot_and_meeting_agree CHECK (("slotKind" = 'meeting') = ("meetingId" IS NOT NULL)),
  ADD CONSTRAINT scheduled_has_a_slot CHECK (status NOT IN ('scheduled', 'on_agenda') OR "slotKind" <> 'none'),
  ADD CONSTRAINT deferrals_counted_up CHECK (deferrals >= 0);
ALTER TABLE "Response" ADD CONSTRAINT drafts_stay_inside CHECK (status = 'recorded' OR audience <> 'public');
ALTER TABLE "RecommendationClause" ADD CONSTRAINT recipient_named CHECK ("recipientId" IS NOT NULL OR coalesce("recipientName", '') <> '');
