import { COMMITTEE } from "./council";
import { one, type Row, sql } from "./database";
import { Planting } from "./planting";
import { freeSlug } from "./restricted-meetings";
import { plantFile, plantPack } from "./restricted-papers";

/** The committee on which some of the council's people sit, and one on which none of them does. */
export const BODIES = { own: COMMITTEE, other: "economic-growth" } as const;
export type Whose = keyof typeof BODIES;

/** One record of a body for each audience that such records have, with its body and its meeting. */
const RECORDS = {
  topics: { table: "Topic" },
  proposals: {
    table: "ScopingProposal",
    more: `ARRAY[t."leadMemberId"] AS "leadMemberIds",
      (SELECT to_jsonb(v) FROM "ScopingVersion" v WHERE v."proposalId" = t.id ORDER BY number LIMIT 1) AS version1`,
  },
  items: { table: "ProgrammeItem" },
  meetings: {
    table: "Meeting",
    more: `(SELECT id FROM "AgendaItem" a WHERE a."meetingId" = t.id ORDER BY position LIMIT 1) AS "itemId",
      EXISTS (SELECT FROM "Pack" p WHERE p."meetingId" = t.id AND p.audience = 'public') AS "hasPack"`,
  },
  minutes: {
    table: "Minutes",
    more: `to_jsonb(m) AS meeting, (SELECT jsonb_build_object('id', i.id, 'text', to_jsonb(x)) FROM "Minute" i
      LEFT JOIN "MinuteText" x ON x."minuteId" = i.id WHERE i."minutesId" = t.id ORDER BY i.position LIMIT 1) AS minute`,
    join: `JOIN "Meeting" m ON m.id = t."meetingId"`,
  },
  papers: {
    table: "Paper",
    more: "to_jsonb(m) AS meeting",
    join: `LEFT JOIN "AgendaItem" i ON i.id = t."agendaItemId" JOIN "Meeting" m ON m.id = coalesce(t."meetingId", i."meetingId")`,
  },
  files: { table: "PaperFile", each: "t.audience, t.restriction, t.paragraphs, t.scan" },
  packs: { table: "Pack", each: "t.audience, t.restriction, t.state" },
  reports: {
    table: "Report",
    more: `to_jsonb(m) AS meeting, EXISTS (SELECT FROM "ReportVersion" v WHERE v."reportId" = t.id) AS "hasVersions"`,
    join: `JOIN "Meeting" m ON m.id = t."meetingId"`,
  },
  questions: {
    table: "Question",
    more: "to_jsonb(m) AS meeting",
    join: `JOIN "Meeting" m ON m.id = t."meetingId"`,
  },
  followUps: { table: "FollowUp" },
  recommendations: { table: "Recommendation" },
  groups: {
    table: "ReviewGroup",
    of: `t."parentId"`,
    more: `g.slug, g.kind, t."parentId" AS "parentBodyId"`,
    join: `JOIN "Body" g ON g.id = t."bodyId"`,
  },
} as const satisfies Record<string, Kind>;

type Kind = { table: string; of?: string; more?: string; join?: string; each?: string };

export type Records = { whose: Whose; body: Row } & Record<keyof typeof RECORDS, Row[]>;

/**
 * The records of a body that addresses lead to.
 * @param planted ids of records that no other test touches: of the other committee only they, of the one that people sit on they
 *   before those of the demonstration
 */
export async function recordsOf(whose: Whose, planted: readonly string[]): Promise<Records> {
  const slug = BODIES[whose];
  const kinds = await Promise.all(
    Object.entries<Kind>(RECORDS).map(
      async ([kind, { table, of = `t."bodyId"`, more, join = "", each = "t.audience" }]) => [
        kind,
        await sql(
          `SELECT DISTINCT ON (${each}) t.*, to_jsonb(b) AS body${more ? `, ${more}` : ""}
         FROM "${table}" t JOIN "Body" b ON b.id = ${of} ${join}
         WHERE b.slug = $1 AND ($3 OR t.id = ANY($2::uuid[])) ORDER BY ${each}, t.id = ANY($2::uuid[]) DESC, t.id`,
          slug,
          planted,
          whose === "own",
        ),
      ],
    ),
  );
  const body = await one(`SELECT *, id AS "bodyId", "parentId" AS "parentBodyId" FROM "Body" WHERE slug = $1`, slug);
  return { whose, body, ...(Object.fromEntries(kinds) as Record<keyof typeof RECORDS, Row[]>) };
}

/** What has become of records meanwhile: as they stand, and what was noted of them. */
export async function standOf(ids: readonly string[]): Promise<unknown> {
  const rows = await Promise.all(
    Object.values(RECORDS).map(({ table }) =>
      sql(`SELECT * FROM "${table}" WHERE id = ANY($1::uuid[]) ORDER BY id`, ids),
    ),
  );
  const noted = await sql(`SELECT id FROM "AuditEntry" WHERE "subjectId" = ANY($1::uuid[]) ORDER BY id`, ids);
  const typed = await sql(`SELECT id FROM "FormDraft" WHERE "subjectId" = ANY($1) ORDER BY id`, ids);
  return { rows, noted, typed };
}

/**
 * The preparation plants what is not for everybody in the one committee; here the other gets as much of every kind. None of it is
 * public, so no page that other tests look at changes.
 * @returns the ids of what was planted
 */
export async function plantOther(): Promise<string[]> {
  const { id: bodyId, scopingTemplate } = await one(`SELECT * FROM "Body" WHERE slug = $1`, BODIES.other);
  const planting = new Planting();
  const plant = (table: string, values: Row) =>
    planting.plant(table, { bodyId, ...values }, () => ({ kind: "nobody" }));

  const topic = { source: "public", suggestedOn: "2016-09-01" };
  await plant("Topic", { ...topic, status: "suggested", audience: "inside" });
  await plant("Topic", { ...topic, status: "removed", audience: "keepers" });

  for (const [status, audience] of [
    ["draft", "chair"],
    ["ready", "members"],
  ]) {
    const { id: proposalId } = await plant("ScopingProposal", { status, audience, answers: {} });
    const content = { title: "A title", template: scopingTemplate, ...EMPTY_PROPOSAL };
    await planting.scaffold("ScopingVersion", { proposalId, number: 1, content });
  }

  const years = await sql(`SELECT id FROM "Programme" WHERE "bodyId" = $1`, bodyId);
  const { id: programmeId } =
    years[0] ?? (await planting.scaffold("Programme", { bodyId, year: "2016/17", audience: "inside" }));
  await plant("ProgrammeItem", { programmeId, type: "review", status: "proposed", audience: "inside" });

  const date = "2016-12-07";
  const meeting = { slug: await freeSlug(String(bodyId), date), date, status: "planned", audience: "inside" };
  const { id: meetingId } = await plant("Meeting", meeting);
  await plant("AgendaItem", { meetingId, position: 1, audience: "inside" });
  await plant("Question", { meetingId, kind: "public_question", audience: "chair" });
  await plantFile(planting, await plant("Paper", { meetingId, kind: "appendix", audience: "inside" }));
  await plantPack(planting, { bodyId, meetingId });
  const { id: reportId } = await plant("Report", { meetingId, status: "draft", audience: "keepers" });
  await planting.scaffold("ReportVersion", firstVersion(reportId, "As it was"));

  const { id: minutesId } = await plant("Minutes", { meetingId, status: "draft", audience: "chair" });
  const { id: minuteId } = await plant("Minute", { minutesId, position: 1, number: 90 });
  await planting.plant("MinuteText", { minuteId, bodyId }, () => ({ kind: "nobody" }));
  const { id: decisionId } = await plant("Decision", { minuteId, kind: "resolution", verb: "Resolved" });
  const asked = { minuteId, audience: "inside" };
  await plant("FollowUp", { ...asked, raisedOn: "2016-09-01" });
  const { id: recommendationId } = await plant("Recommendation", {
    ...asked,
    meetingId,
    decisionId,
    agreedOn: "2016-09-01",
  });
  await plant("RecommendationClause", { recommendationId, number: 1, recipientKind: "partner", audience: "inside" });

  const { id: groupId } = await planting.scaffold("Body", {
    slug: planting.word().replace("zq", "a-group-"),
    kind: "review_group",
    name: "Another group that is only proposed",
    shortName: "Another group",
    parentId: bodyId,
    from: "2016-09-01",
  });
  await planting.plant(
    "ReviewGroup",
    { bodyId: groupId, parentId: bodyId, format: "working_group", status: "proposed", audience: "inside" },
    () => ({ kind: "nobody" }),
  );
  return idsIn(planting);
}

/** The ids of what was planted; some tables have other keys. */
export const idsIn = ({ canaries }: Pick<Planting, "canaries">): string[] => [
  ...new Set(canaries.map(({ row }) => row).filter((row) => /^[0-9a-f]{8}-/.test(row))),
];

/** The first version of a report, which says no more than what it is called. */
export const firstVersion = (reportId: unknown, title: string): Row => ({
  ...{ reportId, number: 1, way: "typed", at: "2016-09-12T09:00:00Z" },
  content: { title, frontSheet: {}, paragraphs: [] },
});

const EMPTY_PROPOSAL = {
  leadMember: null,
  leadOfficer: null,
  answers: {},
  linesOfEnquiry: [],
  endsOn: null,
  inForceOn: null,
  reportTo: null,
  outcomes: [],
  topics: [],
};
