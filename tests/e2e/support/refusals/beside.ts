import { COMMITTEE } from "../council";
import { one, type Row } from "../database";
import type { Who } from "../people";
import type { Records, Stands } from "./records";

/** What is refused beside the steps of the machines: by which form, on which page, with what typed. */
type Beside = {
  findings: readonly string[];
  button: string;
  who?: Who;
  make: (records: Records) => Promise<{ record: Stands; path: string; typed: Record<string, string> }>;
};

const day = (name: string, date: string): Record<string, string> => {
  const [year = "", month = "", of = ""] = date.split("-");
  return { [`${name}-day`]: of, [`${name}-month`]: month, [`${name}-year`]: year };
};

const standing = (table: string, row: Row): Stands => ({ table, id: String(row.id), version: 0, status: "", row });

/** A decision in the minutes that recommends something, and is not recorded yet. */
async function recommending(records: Records, typed: Record<string, string>) {
  const { id } = await records.resolution({ date: "2016-09-20" }, { kind: "recommendation", verb: "Recommended" });
  return {
    record: standing("Decision", { id }),
    path: `/office/recommendations/new?decision=${id}`,
    typed: { title: "Country lanes", ...typed },
  };
}

/** An item of a meeting that is being minuted: the page on which it is taken down. */
async function atTheTable(records: Records, typedOf: (itemId: string) => Record<string, string>) {
  const { body: bodyId, slug } = records.at;
  const inside = { bodyId, audience: "inside" };
  const meeting = await records.meeting({ date: "2016-09-21" });
  const item = await records.plant("AgendaItem", { ...inside, meetingId: meeting.id, position: 1, title: "Lanes" });
  const minutes = await records.plant("Minutes", { ...inside, meetingId: meeting.id, status: "draft" });
  const minute = await records.plant("Minute", {
    ...{ ...inside, minutesId: minutes.id, agendaItemId: item.id, position: 1, number: 1, headings: ["Lanes"] },
  });
  return {
    record: standing("Minute", minute),
    path: `/office/meetings/${slug}/${meeting.slug}/at-the-table/${minute.id}`,
    typed: typedOf(item.id),
  };
}

export const BESIDE: readonly Beside[] = [
  {
    findings: ["meetings: no-item-named"],
    button: "Record the resolution",
    make: (records) => atTheTable(records, () => ({})),
  },
  {
    findings: ["meetings: no-paragraph-named"],
    button: "Record the resolution",
    make: (records) => atTheTable(records, (items) => ({ items })),
  },
  {
    // Asked when one is entered, by the rules that are asked again when work on it starts.
    findings: ["follow-ups: no-source", "follow-ups: no-owner", "follow-ups: no-due-date"],
    button: "Enter the follow-up",
    make: async ({ at }) => ({
      record: standing("Body", { id: at.body }),
      path: `/office/follow-ups/new?body=${at.slug}`,
      typed: { text: "Count the potholes." },
    }),
  },
  {
    findings: ["recommendations: no-clause"],
    button: "Record the recommendation",
    make: (records) => recommending(records, { text1: "", name1: "", to1: "" }),
  },
  {
    findings: ["recommendations: no-text", "recommendations: no-recipient"],
    button: "Record the recommendation",
    make: (records) =>
      recommending(records, { text1: "", to1: "partner", name1: "The bus company", text2: "Mend the lanes.", to2: "" }),
  },
  {
    findings: ["review-groups: not-extended-by-parent", "review-groups: not-later"],
    button: "Record an extension",
    make: async (records) => {
      const record = await records.of("review group", "gathering", { endsOn: "2017-05-01" });
      const { slug } = await one<{ slug: string }>(`SELECT slug FROM "Body" WHERE id = $1`, record.row.bodyId);
      const { id: decisionId } = await records.badResolution();
      return { record, path: `/office/groups/${slug}`, typed: { decisionId, ...day("until", "2017-01-31") } };
    },
  },
  {
    findings: ["papers: confidential-without-ground"],
    button: "Sign the restriction",
    who: "properOfficer",
    make: async (records) => {
      const record = await records.of("report", "in_clearance", { text: { restriction: "confidential" } });
      return { record, path: `/office/reports/${record.row.slug}`, typed: {} };
    },
  },
  {
    findings: ["papers: registrable", "papers: own-planning-permission"],
    button: "Sign the restriction",
    who: "properOfficer",
    make: async (records) => {
      const record = await records.of("report", "in_clearance", {
        text: { restriction: "exempt", paragraphs: [3] },
        registrable: true,
        ownPlanningPermission: true,
        publicInterest: "Bidders would learn it.",
      });
      return { record, path: `/office/reports/${record.row.slug}`, typed: {} };
    },
  },
  {
    findings: ["scoring: off-the-scale"],
    button: "Score the topic",
    make: async (records) => {
      const record = await records.of("topic", "triaged");
      const { key } = await one<{ key: string }>(
        `SELECT criteria->0->>'key' AS key FROM "ScoringMethod" WHERE key = 'topicc' ORDER BY number DESC LIMIT 1`,
      );
      return { record, path: `/office/topics/${record.row.slug}`, typed: { [`mark-${key}`]: "99" } };
    },
  },
  {
    findings: ["meetings: quorum-above-membership"],
    button: "Save for People and Communities",
    make: async ({ at }) => ({
      record: standing("Body", { id: at.committee }),
      path: `/office/settings/bodies/${COMMITTEE}/quorum`,
      typed: { "size-number": "99" },
    }),
  },
];
