import type { Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { type ReadScope, readScope } from "@/domain/access/read-scope";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { reportWorkflow } from "@/domain/reports/report-workflow";
import { mustBeAllowed } from "@/server/access/allowed";
import { readable } from "@/server/access/readable";
import { recordAudit } from "@/server/audit/record";
import { getClock } from "@/server/clock/queries";
import { db, type Tx } from "@/server/db";
import { invalid, notFound } from "@/server/errors";
import { BODY_LINK, heldOn } from "@/server/meetings/queries";
import type { Answers } from "@/server/workflow/answers";
import type { Client, StepField, StepOption } from "@/server/workflow/steps";

/** Bodies for which this person may commission a report. */
export async function listBodiesToReportTo(person: Person) {
  const bodies = await db.body.findMany({
    where: { until: null, kind: { in: ["scrutiny_committee", "management_board"] } },
    orderBy: { name: "asc" },
    select: { ...BODY_LINK, id: true, parentId: true },
  });
  return bodies.filter(({ id, parentId }) => can(person, "report.start", { bodyId: id, parentBodyId: parentId }));
}

/** Who may write it, for which meeting, and what it is about. */
async function listChoices(client: Client, scope: ReadScope, bodyId: string, today: PlainDate) {
  const [posts, meetings, topics, items, areas] = await Promise.all([
    client.post.findMany({
      where: { ...heldOn(today), kind: { not: "administrator" } },
      orderBy: [{ person: { familyName: "asc" } }, { from: "desc" }],
      select: { title: true, areaId: true, person: { select: { id: true, name: true } } },
    }),
    client.meeting.findMany({
      where: {
        AND: [{ bodyId, date: { gte: today }, status: { in: ["planned", "convened", "published"] } }, readable(scope)],
      },
      orderBy: { date: "asc" },
      take: 40,
      select: { id: true, date: true },
    }),
    client.topic.findMany({
      where: { AND: [{ bodyId, status: { notIn: ["removed", "merged", "rejected"] } }, readable(scope)] },
      orderBy: { title: "asc" },
      take: 300,
      select: { id: true, title: true },
    }),
    client.programmeItem.findMany({
      where: { AND: [{ bodyId, status: { notIn: ["closed", "withdrawn", "transferred"] } }, readable(scope)] },
      orderBy: { title: "asc" },
      take: 300,
      select: { id: true, title: true },
    }),
    client.area.findMany({ orderBy: { name: "asc" } }),
  ]);
  const authors = [...new Map(posts.toReversed().map((post) => [post.person.id, post])).values()].toReversed();
  const titled = ({ id, title }: { id: string; title: string }): StepOption => ({ value: id, label: title });
  return {
    authors: authors.map(({ person, title, areaId }) => ({
      value: person.id,
      label: `${person.name}, ${title}`,
      title,
      areaId,
    })),
    meetings: meetings.map(({ id, date }) => ({ value: id, label: formatDate(date) })),
    topics: topics.map(titled),
    items: items.map(titled),
    areas: areas.map(({ id, name }) => ({ value: id, label: name })),
  };
}

/** The fields of a new report. */
export async function commissionFields(person: Person, bodyId: string): Promise<StepField[]> {
  const choices = await listChoices(db, readScope(person), bodyId, person.day);
  const isOfficer = choices.authors.some(({ value }) => value === person.personId);
  return [
    { kind: "line", name: "title", label: "Title" },
    {
      kind: "one",
      name: "authorId",
      label: "Written by",
      options: choices.authors,
      value: isOfficer && !can(person, "meeting.edit", { bodyId }) ? person.personId : null,
    },
    { kind: "one", name: "meetingId", label: "For the meeting of", none: "Not settled yet", options: choices.meetings },
    { kind: "one", name: "topicId", label: "Topic", none: "None", options: choices.topics },
    { kind: "one", name: "programmeItemId", label: "Item of the work programme", none: "None", options: choices.items },
    {
      kind: "one",
      name: "areaId",
      label: "Area",
      hint: "Its director signs the report off. The author’s own if none is chosen",
      none: "The author’s",
      options: choices.areas,
    },
    {
      kind: "yes",
      name: "received",
      label: "It comes from outside, finished",
      hint: "From a partner or the chair: it is only cleared, and never drafted here",
    },
  ];
}

/**
 * Commissions a report from its author, or takes in one that was written elsewhere. Until it is signed off it is its author's,
 * democratic services' and its director's.
 * @returns its slug
 * @throws ExpectedError not-found for a body that is none; refused; invalid
 */
export async function commissionReport(
  tx: Tx,
  actor: Person,
  { bodyId, answers }: { bodyId: string; answers: Answers },
): Promise<string> {
  const body = await tx.body.findUnique({ where: { id: bodyId }, select: { parentId: true } });
  if (!body) throw notFound();
  mustBeAllowed(actor, "report.start", { bodyId, parentBodyId: body.parentId }, "Commission a report");
  const { date: today } = await getClock(tx);
  const choices = await listChoices(tx, readScope(actor), bodyId, today);
  const title = answers.text("title");
  if (!title) throw invalid("title", "Say what the report is called.");
  const among = (field: string, options: readonly StepOption[]) => {
    const id = answers.id(field);
    if (id && !options.some(({ value }) => value === id)) throw invalid(field, "Choose one of those on the list.");
    return id;
  };
  const authorId = among("authorId", choices.authors);
  const author = choices.authors.find(({ value }) => value === authorId);
  if (!author) throw invalid("authorId", "Choose who writes it.");
  const status = answers.yes("received") ? "received" : "commissioned";
  const slug = await freeSlug(tx, title);
  const { id } = await tx.report.create({
    data: {
      slug,
      title,
      status,
      bodyId,
      meetingId: among("meetingId", choices.meetings),
      topicId: among("topicId", choices.topics),
      programmeItemId: among("programmeItemId", choices.items),
      areaId: among("areaId", choices.areas) ?? author.areaId,
      keepers: [author.value],
      audience: reportWorkflow.statuses[status].audience,
      authors: { create: { personId: author.value, titleAsPrinted: author.title, signs: true } },
      text: { create: { bodyId, frontSheet: {} } },
    },
    select: { id: true },
  });
  await recordAudit(tx, {
    actor,
    action: "report.commission",
    subject: { kind: reportWorkflow.name, id, bodyId },
    happenedOn: today,
    after: { status, title },
  });
  return slug;
}

async function freeSlug(tx: Tx, title: string): Promise<string> {
  const plain =
    title
      .toLowerCase()
      .normalize("NFKD")
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 80)
      .replace(/^-+|-+$/g, "") || "report";
  const taken = await tx.report.findMany({ where: { slug: { startsWith: plain } }, select: { slug: true } });
  for (let number = 1; ; number++) {
    const slug = number === 1 ? plain : `${plain}-${number}`;
    if (slug !== "new" && !taken.some((each) => each.slug === slug)) return slug;
  }
}
