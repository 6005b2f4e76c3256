-- A meeting's agenda and papers in one PDF, for the public and for whoever may read what is restricted.

CREATE TYPE "PackKind" AS ENUM ('public', 'restricted');
CREATE TYPE "PackState" AS ENUM ('waiting', 'made', 'failed');

CREATE TABLE "Pack" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "kind" "PackKind" NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "PackState" NOT NULL DEFAULT 'waiting',
    "rightHand" BOOLEAN NOT NULL DEFAULT false,
    "publicationNumber" INTEGER NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "askedById" UUID,
    "madeAt" TIMESTAMPTZ(3),
    "sha256" TEXT,
    "size" INTEGER,
    "pages" INTEGER,
    "problems" JSONB NOT NULL DEFAULT '[]',
    "closedAt" TIMESTAMPTZ(3),
    "bodyId" UUID NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'keepers',
    "areaId" UUID,
    "portfolioId" UUID,
    "keepers" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
    "restriction" "Restriction" NOT NULL DEFAULT 'public',
    "paragraphs" INTEGER[] NOT NULL DEFAULT ARRAY[]::INTEGER[],
    "withheldFrom" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],

    CONSTRAINT "Pack_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Pack_meetingId_kind_number_key" ON "Pack"("meetingId", "kind", "number");
ALTER TABLE "Pack" ADD CONSTRAINT "Pack_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Who reads it ────────────────────────────────────────────────────────────────────────────────────────────────────────

GRANT SELECT ON "Pack" TO scrutineer_public;
ALTER TABLE "Pack" ENABLE ROW LEVEL SECURITY;
CREATE POLICY public_rows ON "Pack" FOR SELECT TO scrutineer_public USING (audience = 'public');
CREATE POLICY office_rows ON "Pack" TO scrutineer_office USING (true) WITH CHECK (true);
ALTER TABLE "Pack"
  ADD CONSTRAINT "Pack_paragraphs_if_exempt" CHECK ((restriction = 'exempt') = (cardinality(paragraphs) > 0) AND paragraphs <@ ARRAY[1,2,3,4,5,6,7]),
  ADD CONSTRAINT "Pack_restricted_is_not_public" CHECK (restriction = 'public' OR audience <> 'public'),
  ADD CONSTRAINT made_with_its_bytes CHECK (state <> 'made' OR ("madeAt" IS NOT NULL AND sha256 IS NOT NULL AND size IS NOT NULL AND pages IS NOT NULL));
CREATE TRIGGER keeps_published BEFORE DELETE ON "Pack" FOR EACH ROW EXECUTE FUNCTION refuse_unpublishing();

-- A pack opens to nobody before it is made, no further than its meeting, and never again once it is closed. A paper withheld from a
-- person withholds the whole restricted pack from them.
CREATE TRIGGER a_within_meeting BEFORE INSERT OR UPDATE ON "Pack" FOR EACH ROW EXECUTE FUNCTION stay_within_whole('Meeting', 'meetingId');
CREATE FUNCTION guard_pack() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind = 'restricted' THEN
    SELECT coalesce(array_agg(DISTINCT w."personId"), '{}') INTO NEW."withheldFrom"
      FROM "Withholding" w JOIN "Paper" p ON p.id = w."paperId" LEFT JOIN "AgendaItem" i ON i.id = p."agendaItemId"
      WHERE w.until IS NULL AND NEW."meetingId" IN (p."meetingId", i."meetingId");
  END IF;
  IF NEW.state <> 'made' OR NEW."closedAt" IS NOT NULL THEN NEW.audience := 'keepers'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER z_guarded BEFORE INSERT OR UPDATE ON "Pack" FOR EACH ROW EXECUTE FUNCTION guard_pack();

CREATE FUNCTION lead_packs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Pack" SET "withheldFrom" = "withheldFrom" WHERE kind = 'restricted' AND "meetingId" IN (
    SELECT unnest(ARRAY[p."meetingId", i."meetingId"]) FROM "Paper" p LEFT JOIN "AgendaItem" i ON i.id = p."agendaItemId"
    WHERE p.id = NEW."paperId");
  RETURN NULL;
END $$;
CREATE TRIGGER leads_packs AFTER INSERT OR UPDATE ON "Withholding" FOR EACH ROW EXECUTE FUNCTION lead_packs();

-- ── What is in it no longer open to the readers it had ──────────────────────────────────────────────────────────────────
-- Every pack of the meeting closes in the same statement, also one that is being made: what was read before is not stored after.

CREATE FUNCTION close_packs_with(paper uuid) RETURNS void LANGUAGE sql AS $$
  UPDATE "Pack" SET "closedAt" = now() WHERE "closedAt" IS NULL AND "meetingId" IN (
    SELECT unnest(ARRAY[p."meetingId", i."meetingId"]) FROM "Paper" p LEFT JOIN "AgendaItem" i ON i.id = p."agendaItemId"
    WHERE p.id = paper);
$$;
CREATE FUNCTION close_packs_of_paper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM close_packs_with((to_jsonb(NEW)->>TG_ARGV[0])::uuid); RETURN NULL; END $$;
CREATE FUNCTION close_packs_of_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM close_packs_with(p.id) FROM "Paper" p WHERE p."reportId" = NEW."reportId"; RETURN NULL; END $$;

CREATE TRIGGER closes_packs AFTER UPDATE ON "Paper" FOR EACH ROW WHEN (OLD.audience = 'public' AND (
    NEW.audience <> 'public'
    OR NEW."takenDownAt" IS DISTINCT FROM OLD."takenDownAt"
    OR (NEW."heldBack" AND NOT OLD."heldBack")
    OR NEW.restriction IS DISTINCT FROM OLD.restriction OR NEW.paragraphs IS DISTINCT FROM OLD.paragraphs))
  EXECUTE FUNCTION close_packs_of_paper('id');
CREATE TRIGGER closes_packs AFTER UPDATE ON "PaperFile" FOR EACH ROW
  WHEN (OLD.scan = 'clean' AND NEW.scan <> 'clean') EXECUTE FUNCTION close_packs_of_paper('paperId');
CREATE TRIGGER closes_packs AFTER UPDATE ON "ReportText" FOR EACH ROW
  WHEN ((OLD.audience = 'public' AND NEW.audience <> 'public') OR OLD.restriction IS DISTINCT FROM NEW.restriction)
  EXECUTE FUNCTION close_packs_of_report();
