import type { Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { type ReadScope, readScope } from "@/domain/access/read-scope";
import { SCRUTINY_COMMITTEES } from "@/domain/bodies/scrutiny-committees";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { reportWorkflow } from "@/domain/reports/report-workflow";
import { freeSlug, slugOf } from "@/domain/wording/slug";
import { mustBeAllowed } from "@/server/access/allowed";
import { readable } from "@/server/access/readable";
import { recordAudit } from "@/server/audit/record";
import { listBodiesOpenTo } from "@/server/bodies/open-to";
import { getClock } from "@/server/clock/queries";
import { type Client, db, type Tx } from "@/server/db";
import { invalid, notFound } from "@/server/errors";
import { heldOn } from "@/server/people/held-on";
import type { Answers } from "@/server/workflow/answers";
import { chosen } from "@/server/workflow/choices";
import type { StepField, StepOption } from "@/server/workflow/step-field";

/** Bodies for which this person may commission a report. */
export const listBodiesToReportTo = (person: Person) =>
  listBodiesOpenTo(person, "report.start", { kind: { in: [...SCRUTINY_COMMITTEES] } });

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
  const among = (field: string, options: readonly StepOption[]) =>
    chosen(answers.id(field), field, async () => options);
  const authorId = await among("authorId", choices.authors);
  const author = choices.authors.find(({ value }) => value === authorId);
  if (!author) throw invalid("authorId", "Choose who writes it.");
  const status = answers.yes("received") ? "received" : "commissioned";
  const slug = await slugFor(tx, title);
  const { id } = await tx.report.create({
    data: {
      slug,
      title,
      status,
      bodyId,
      meetingId: await among("meetingId", choices.meetings),
      topicId: await among("topicId", choices.topics),
      programmeItemId: await among("programmeItemId", choices.items),
      areaId: (await among("areaId", choices.areas)) ?? author.areaId,
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

/** Its name in an address. The form of a new report stands under "new". */
async function slugFor(tx: Tx, title: string): Promise<string> {
  const taken = await tx.report.findMany({ where: { slug: { startsWith: slugOf(title) } }, select: { slug: true } });
  return freeSlug(title, new Set(["new", ...taken.map(({ slug }) => slug)]));
}
