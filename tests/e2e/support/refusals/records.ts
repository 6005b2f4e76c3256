import { bodyId, COMMITTEE, personId } from "../council";
import { type Row, sql } from "../database";
import { PEOPLE } from "../people";
import { Planting } from "../planting";
import { freeSlug } from "../restricted-meetings";

/** What the records of the refusals hang from. */
type At = Awaited<ReturnType<typeof findCouncil>>;

/** A record as it stands before a step is tried. */
export type Stands = { table: string; id: string; version: number; status: string; row: Row };

/** Of a committee that no other test uses, and inside only: so that each can be taken away again. */
const HERE = "safeguarding";
const INSIDE = { audience: "inside" } as const;

/** A day to come, whatever the site's clock says. */
const AHEAD = "2030-11-14";

async function findCouncil() {
  const [body, committee, board, clerk, cabinetMember, officer, member] = await Promise.all([
    bodyId(HERE),
    bodyId(COMMITTEE),
    bodyId("management-board"),
    personId(PEOPLE.democraticServices),
    personId(PEOPLE.cabinetMember),
    personId(PEOPLE.officer),
    personId(PEOPLE.member),
  ]);
  return { slug: HERE, body, committee, board, clerk, cabinetMember, officer, member };
}

/** Plants records in the statuses that a step begins from, and takes every one of them away at the end. */
export class Records {
  readonly at: At;
  readonly #planting = new Planting();
  readonly #planted: { table: string; id: string }[] = [];
  #years = 1900 + Math.floor(Math.random() * 80);

  private constructor(at: At) {
    this.at = at;
  }

  static async begin(): Promise<Records> {
    return new Records(await findCouncil());
  }

  async plant(table: string, values: Row): Promise<Row & { id: string }> {
    const row = await this.#planting.scaffold(table, values);
    if (row.id) this.#planted.push({ table, id: String(row.id) });
    return row as Row & { id: string };
  }

  /** A record of a machine in a status, with whatever else it says. */
  async of(machine: string, status: string, says: Row = {}): Promise<Stands> {
    const make = MAKERS[machine];
    if (!make) throw new Error(`Say in records.ts how a ${machine} is made.`);
    const { table, row } = await make(this, status, says);
    return { table, id: row.id, version: Number(row.version), status, row };
  }

  word = (): string => this.#planting.word();

  /** A municipal year long before the demonstration, another one each time. */
  year = (): string => {
    this.#years += 1;
    return `${this.#years}/${String((this.#years + 1) % 100).padStart(2, "0")}`;
  };

  async meeting(says: Row = {}): Promise<Row & { id: string }> {
    const { body } = this.at;
    const { bodyId: of = body, date = AHEAD } = says as { bodyId?: string; date?: string };
    const slug = await freeSlug(of, date);
    const at = { bodyId: of, slug: `${slug}-${this.word()}`, date, startTime: "10:00", place: "Committee Room 1" };
    return await this.plant("Meeting", { status: "held", quorate: true, ...INSIDE, ...at, ...says });
  }

  /** What a meeting resolved, on business of its own. */
  async resolution(says: Row = {}, decided: Row = {}): Promise<{ id: string; minuteId: string; meetingId: string }> {
    const { id: meetingId, bodyId } = await this.meeting(says);
    const item = await this.plant("AgendaItem", { bodyId, meetingId, position: 1, title: "Other business", ...INSIDE });
    const minutes = await this.plant("Minutes", { bodyId, meetingId, status: "published_draft", ...INSIDE });
    const minute = await this.plant("Minute", {
      ...{ bodyId, minutesId: minutes.id, agendaItemId: item.id, position: 1, number: 1, headings: ["Other business"] },
      ...INSIDE,
    });
    const decision = await this.plant("Decision", {
      ...{ bodyId, minuteId: minute.id, kind: "resolution", verb: "Resolved", text: "that it be so." },
      ...{ ...INSIDE, ...decided },
    });
    return { id: decision.id, minuteId: minute.id, meetingId };
  }

  /** Whatever may be wrong with a resolution: of another body, long ago, inquorate, never held, and about something else. */
  badResolution = lazily(() =>
    this.resolution({ bodyId: this.at.board, date: "2016-01-12", status: "convened", quorate: false }),
  );

  /** What a committee did recommend, for clauses to hang from. */
  agreed = lazily(() => this.resolution({ date: "2016-06-15" }));

  /** What a record rests on that was decided before. */
  authority = lazily(() => this.plant("Authority", { kind: "import", statement: "An agenda pack", ...INSIDE }));

  programme = lazily(() =>
    this.plant("Programme", { bodyId: this.at.body, year: this.year(), status: "draft", ...INSIDE }),
  );

  /** A body that lets an officer close its follow-ups. */
  lenientBody = lazily(() =>
    this.plant("Body", {
      ...{ slug: this.word().replace("zq", "a-lenient-group-"), kind: "review_group", name: "A lenient group" },
      ...{ shortName: "Lenient group", parentId: this.at.body, from: "2016-01-01", until: "2016-01-02" },
      rules: JSON.stringify({ followUps: { closedBy: "officer_after_consulting_chair", staleAfterDays: 90 } }),
    }),
  );

  async end(): Promise<void> {
    // What was typed into a form is kept with its record, or with the body whose new record it is to be.
    const ids = [this.at.body, ...this.#planted.map(({ id }) => id)];
    await sql(`DELETE FROM "FormDraft" WHERE "subjectId" = ANY($1)`, ids);
    for (const { table, id } of this.#planted.toReversed()) {
      for (const [part, of] of PARTS[table] ?? []) await sql(`DELETE FROM "${part}" WHERE "${of}" = $1`, id);
      await sql(`DELETE FROM "${table}" WHERE id = $1`, id);
    }
  }
}

/** Parts without a key of their own. */
const PARTS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  Report: [["ReportText", "reportId"]],
  Account: [["SignInSession", "accountId"]],
};

function lazily<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

type Maker = (records: Records, status: string, says: Row) => Promise<{ table: string; row: Row & { id: string } }>;

/**
 * A record of each machine with no more than the database insists on: what a step asks for and a rule looks for is missing, unless
 * it is said.
 */
const MAKERS: Readonly<Record<string, Maker>> = {
  topic: async (records, status, says) => {
    const { id: authorityId } = await records.authority();
    const said = { slug: records.word(), title: "Country lanes", source: "public", suggestedOn: "2016-09-01" };
    const row = { ...said, bodyId: records.at.body, authorityId, status, ...INSIDE, ...says };
    return { table: "Topic", row: await records.plant("Topic", row) };
  },
  "scoping proposal": async (records, status, says) => {
    const { id: authorityId } = await records.authority();
    const row = { title: "", bodyId: records.at.body, authorityId, status, ...INSIDE, ...says };
    return { table: "ScopingProposal", row: await records.plant("ScopingProposal", row) };
  },
  "work programme": async (records, status, says) => {
    const { id: authorityId } = await records.authority();
    const row = { bodyId: records.at.body, year: records.year(), authorityId, status, ...INSIDE, ...says };
    return { table: "Programme", row: await records.plant("Programme", row) };
  },
  "programme item": async (records, status, says) => {
    const { id: programmeId } = await records.programme();
    const of = { programmeId, bodyId: records.at.body, title: "Country lanes", type: "standing", position: 900 };
    const place = ["scheduled", "on_agenda"].includes(status) && { slotKind: "briefing", slotOn: AHEAD };
    const row = await records.plant("ProgrammeItem", { ...of, ...place, status, ...INSIDE, ...says });
    return { table: "ProgrammeItem", row };
  },
  "review group": async (records, status, says) => {
    const { body: parentId } = records.at;
    const { id: bodyId } = await records.plant("Body", {
      ...{ slug: records.word().replace("zq", "a-group-"), kind: "review_group", name: "A group on country lanes" },
      ...{ shortName: "Country lanes", parentId, from: "2016-09-01" },
    });
    const suspendedFrom = status === "suspended" ? "gathering" : null;
    const row = { bodyId, parentId, format: "working_group", suspendedFrom, status, ...INSIDE, ...says };
    return { table: "ReviewGroup", row: await records.plant("ReviewGroup", row) };
  },
  report: async (records, status, { text, ...says }) => {
    const { body: bodyId } = records.at;
    const slug = records.word().replace("zq", "a-report-");
    const row = await records.plant("Report", { slug, title: "Country lanes", bodyId, status, ...INSIDE, ...says });
    if (text) await records.plant("ReportText", { reportId: row.id, bodyId, frontSheet: "{}", ...(text as Row) });
    return { table: "Report", row };
  },
  meeting: async (records, status, { unsigned, ...says }) => {
    const publishedAt = status === "published" ? "2016-09-30T12:00Z" : null;
    const row = await records.meeting({ status, publishedAt, quorate: null, ...says });
    const of = { bodyId: row.bodyId, ...INSIDE };
    if (unsigned) {
      const item = await records.plant("AgendaItem", {
        ...of,
        meetingId: row.id,
        position: 1,
        title: "Nobody’s business",
      });
      const paper = { ...of, meetingId: row.id, agendaItemId: item.id, kind: "report", title: "A private paper" };
      await records.plant("Paper", { ...paper, restriction: "exempt", paragraphs: [1], publicInterest: "Privacy." });
    }
    return { table: "Meeting", row };
  },
  question: async (records, status, says) => {
    const { id: meetingId, bodyId } = await records.meeting();
    const stands = { ground: status === "not_accepted" ? "offensive" : null, replyDueOn: AHEAD };
    const asked = { kind: "public_question", askedBy: "A resident", text: "When are the lanes mended?" };
    const row = { meetingId, bodyId, ...asked, ...stands, status, ...INSIDE, ...says };
    return { table: "Question", row: await records.plant("Question", row) };
  },
  "set of minutes": async (records, status, says) => {
    const { id: meetingId } = await records.meeting({ date: "2016-09-06" });
    const confirmedAtId = status.startsWith("confirmed") ? meetingId : null;
    const row = { meetingId, confirmedAtId, bodyId: records.at.body, status, ...INSIDE, ...says };
    return { table: "Minutes", row: await records.plant("Minutes", row) };
  },
  "follow-up": async (records, status, says) => {
    const { id: authorityId } = await records.authority();
    const said = { bodyId: records.at.body, text: "Count the potholes.", raisedOn: "2016-06-15", authorityId };
    return { table: "FollowUp", row: await records.plant("FollowUp", { ...said, status, ...INSIDE, ...says }) };
  },
  "recommendation clause": async (records, status, { kind = "recommendation", answeredBy, ...says }) => {
    const { id: decisionId, minuteId, meetingId } = await records.agreed();
    const { body: bodyId } = records.at;
    const of = { bodyId, meetingId, minuteId, decisionId, title: "Country lanes", agreedOn: "2016-06-15", kind };
    const { id: recommendationId } = await records.plant("Recommendation", { ...of, ...INSIDE });
    const clause = { recommendationId, bodyId, number: 1, text: "Mend them.", recipientKind: "executive" };
    const row = await records.plant("RecommendationClause", {
      ...{ ...clause, recipientName: "The executive", status },
      ...{ ...INSIDE, ...says },
    });
    if (answeredBy)
      await records.plant("Response", {
        ...{ clauseId: row.id, bodyId, status: "recorded", kind: "accepted", wording: "Accepted.", ...INSIDE },
        ...{ decidedBy: "executive", respondentIds: [answeredBy] },
      });
    return { table: "RecommendationClause", row };
  },
};
