import { one, type Row } from "../database";
import type { Meetings } from "./meetings";
import { type Committee, DAYS, keptBy, type OfferedRecords, type PlantedPage, standing, statusesOf } from "./records";

/** Topics in every status, one of them scored; the motion of a council goes onto the shortlist unscored. */
export async function plantTopics(records: OfferedRecords, { id: bodyId, otherId, memberId, authorityId }: Committee) {
  const { id: methodId } = await one(`SELECT id FROM "ScoringMethod" ORDER BY key, number LIMIT 1`);
  const pages: PlantedPage[] = [];
  for (const status of [...statusesOf("topic"), "transferred"]) {
    const said = { title: "Village halls", source: "motion", suggestedOn: DAYS.past, duplicatesSeenOn: DAYS.past };
    // One handed over is there for the body that it went to to accept.
    const bodies = status === "transferred" ? { bodyId: otherId, receiverId: bodyId } : { bodyId };
    const slug = records.slug("topic");
    const row = await records.plant("Topic", { slug, authorityId, ...said, ...bodies, ...standing("topic", status) });
    if (status === "triaged")
      await records.plant("Score", { topicId: row.id, methodId, personId: memberId, values: "{}" });
    const path = `/office/topics/${slug}`;
    pages.push(["triaged", "transferred"].includes(status) ? { path } : { path, steps: { machine: "topic", row } });
  }
  return pages;
}

/**
 * Proposals in every status with everything that the template asks for; one with something typed by democratic services and not
 * saved, and one that somebody else saved first.
 */
export async function plantProposals(
  records: OfferedRecords,
  committee: Committee,
  { ahead }: Meetings,
  clerk: string,
) {
  const machine = "scoping proposal";
  const { id: outcomeId } = await one(`SELECT id FROM "CorporateOutcome" ORDER BY name LIMIT 1`);
  const plant = async (status: string) => {
    const stands = standing(machine, status);
    const row = await records.plant("ScopingProposal", { ...proposalOf(committee), reportToId: ahead.id, ...stands });
    await records.plant("ScopingOutcome", { proposalId: row.id, outcomeId });
    return row;
  };
  const pages: PlantedPage[] = [];
  for (const status of statusesOf(machine)) {
    const row = await plant(status);
    const path = `/office/scoping/${row.id}`;
    pages.push(...(status === "draft" ? [{ path }, { path: `${path}/check` }] : [{ path, steps: { machine, row } }]));
  }
  const { id: subjectId } = await plant("draft");
  const values = JSON.stringify({
    id: subjectId,
    version: "0",
    section: "item",
    fields: "item",
    item: "Something else",
  });
  await records.plant("FormDraft", { personId: clerk, form: "scoping proposal/item", subjectId, values });
  return [...pages, { path: `/office/scoping/${subjectId}?section=item` }];
}

/** Fields of a template that are asked as a choice, or kept as a record's own. */
const NO_PROSE = ["item", "leadMember", "leadOfficer", "linesOfEnquiry", "corporatePlanOutcome", "reportToMeeting"];

function proposalOf(committee: Committee): Row {
  const { id: bodyId, memberId, officerId, authorityId, scopingTemplate } = committee;
  const prose = scopingTemplate.fields.filter(({ field }) => !NO_PROSE.includes(field));
  const answers = Object.fromEntries(prose.map(({ field }) => [field, "Said in a sentence."]));
  return {
    ...{ bodyId, authorityId, title: "Village halls", endsOn: DAYS.ahead, leadMemberId: memberId },
    ...(officerId ? { leadOfficerId: officerId } : { leadOfficerAsPrinted: "An officer" }),
    answers: JSON.stringify({ ...answers, linesOfEnquiry: ["Who pays for them?"] }),
    ...keptBy(committee),
  };
}

/** The programme, and items of it in every status with the places that its steps ask for. */
export async function plantItems(records: OfferedRecords, committee: Committee, { ahead, held }: Meetings) {
  const { id: bodyId, programmeId, slug } = committee;
  const machine = "programme item";
  const atMeeting = { slotKind: "meeting", meetingId: ahead.id };
  const places: Readonly<Record<string, Row[]>> = {
    scheduled: [atMeeting, { slotKind: "briefing", slotOn: DAYS.past }],
    on_agenda: [{ slotKind: "meeting", meetingId: held.id }],
  };
  const pages: PlantedPage[] = [{ path: `/office/programme/${slug}` }, { path: `/office/programme/${slug}/new` }];
  for (const status of statusesOf(machine)) {
    for (const place of places[status] ?? [{}]) {
      const of = { bodyId, programmeId, title: "Village halls", type: "briefing", position: 90 };
      const row = await records.plant("ProgrammeItem", { ...of, ...place, ...standing(machine, status) });
      const path = `/office/programme/${slug}/items/${row.id}`;
      pages.push(status === "proposed" ? { path } : { path, steps: { machine, row } });
    }
  }
  return pages;
}

/** Review groups in every status. */
export async function plantGroups(records: OfferedRecords, { id: parentId, memberId }: Committee) {
  const machine = "review group";
  const pages: PlantedPage[] = [];
  for (const status of statusesOf(machine)) {
    const slug = records.slug("group");
    const { id: bodyId } = await records.plant("Body", {
      ...{ slug, kind: "review_group", parentId, from: DAYS.long },
      ...{ name: `A group on village halls, ${status}`, shortName: "Village halls" },
    });
    const row = await records.plant("ReviewGroup", {
      ...{ bodyId, parentId, format: "working_group", termsOfReference: "To visit them.", endsOn: "2017-03-01" },
      ...{ proposedMemberIds: [memberId], suspendedFrom: status === "suspended" ? "gathering" : null },
      ...standing(machine, status),
    });
    const path = `/office/groups/${slug}`;
    if (status === "proposed") pages.push({ path: `${path}/edit` });
    pages.push(status === "established" ? { path } : { path, steps: { machine, row } });
  }
  return pages;
}

/** Reports in every status with a front sheet that is filled in, and one that the proper officer is asked to keep from the public. */
export async function plantReports(records: OfferedRecords, committee: Committee, properOfficer: string) {
  const machine = "report";
  const plant = async (
    status: string,
    keepers: string[],
    restricted: Row = {},
  ): Promise<PlantedPage & { row: Row }> => {
    const { id: bodyId, officerId, areaId } = committee;
    const slug = records.slug("report");
    const at = { bodyId, slug, title: "Village halls", areaId, keepers, ...standing(machine, status) };
    const row = await records.plant("Report", at);
    const reportId = row.id;
    if (officerId) await records.plant("ReportAuthor", { reportId, personId: officerId, titleAsPrinted: "An officer" });
    await records.plant("ReportText", { reportId, bodyId, frontSheet: sheetOf(committee), ...restricted });
    return { path: `/office/reports/${slug}`, row };
  };
  const { officerId } = committee;
  const keepers = officerId ? [officerId] : [];
  const pages: PlantedPage[] = [];
  for (const status of statusesOf(machine)) {
    const { path, row } = await plant(status, keepers);
    // Whoever wrote it keeps it.
    const steps = { machine, row: { ...row, keepers } };
    pages.push(["draft", "in_clearance"].includes(status) ? { path } : { path, steps });
  }
  const { path } = await plant("draft", [...keepers, properOfficer], { restriction: "exempt", paragraphs: [1] });
  return [...pages, { path }];
}

const sheetOf = ({ frontSheet }: Committee): string =>
  JSON.stringify(
    Object.fromEntries(
      frontSheet.map(({ key, kind, choices }) => [key, kind === "list" ? ["None"] : (choices?.[0] ?? "In words.")]),
    ),
  );
