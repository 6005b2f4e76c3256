import type { Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { PUBLIC_SCOPE, readScope } from "@/domain/access/read-scope";
import type { SheetLine } from "@/domain/minutes/decision-sheet";
import { recipientWords } from "@/domain/recommendations/recipient-words";
import { readable } from "@/server/access/readable";
import { type Client, db } from "@/server/db";
import { notFound } from "@/server/errors";
import { BODY_LINK } from "@/server/meetings/queries";

/**
 * What a meeting decided and who is to do what, by its minutes as they stand. What is not for publication is counted and not told:
 * the sheet goes to many.
 */
export async function writeSheet(client: Client, meetingId: string): Promise<SheetLine[]> {
  const minutes = await client.minute.findMany({
    where: { minutes: { meetingId } },
    orderBy: { position: "asc" },
    select: {
      number: true,
      headings: true,
      decisions: {
        orderBy: { position: "asc" },
        select: {
          kind: true,
          verb: true,
          text: true,
          reason: true,
          restriction: true,
          recommendations: {
            select: {
              clauses: {
                orderBy: { number: "asc" },
                select: { number: true, recipientName: true, recipient: { select: { shortName: true } } },
              },
            },
          },
        },
      },
      followUps: {
        where: readable(PUBLIC_SCOPE),
        orderBy: { id: "asc" },
        select: {
          text: true,
          dueOn: true,
          dueNextMeeting: true,
          dueMeeting: { select: { date: true } },
          owners: { orderBy: { position: "asc" }, select: { person: { select: { name: true } } } },
        },
      },
    },
  });
  return minutes
    .map(({ number, headings, decisions, followUps }): SheetLine => {
      const open = decisions.filter(({ restriction }) => restriction === "public");
      return {
        number,
        heading: headings.join(", "),
        decisions: open.map(({ kind, verb, text, reason, recommendations }) => ({
          kind,
          verb,
          text,
          reason,
          to: recipientWords(recommendations.flatMap(({ clauses }) => clauses)),
        })),
        closed: decisions.length - open.length,
        tasks: followUps.map(({ text, owners, dueOn, dueNextMeeting, dueMeeting }) => ({
          text,
          owners: owners.map(({ person }) => person.name),
          dueOn: dueOn ?? (dueNextMeeting ? null : (dueMeeting?.date ?? null)),
          dueNextMeeting,
        })),
      };
    })
    .filter(({ decisions, closed, tasks }) => decisions.length + closed + tasks.length > 0);
}

/**
 * The sheets of a meeting that were sent out, the last first, for everybody inside; for whoever writes its minutes also the one that
 * would go out now.
 * @throws ExpectedError not-found, also where none was sent and the reader sends none
 */
export async function getDecisionSheets(person: Person, address: { body: string; meeting: string }) {
  const scope = readScope(person);
  const meeting = await db.meeting.findFirst({
    where: { AND: [{ slug: address.meeting, body: { slug: address.body } }, readable(scope)] },
    select: {
      id: true,
      slug: true,
      date: true,
      status: true,
      version: true,
      bodyId: true,
      body: { select: { ...BODY_LINK, parentId: true } },
    },
  });
  if (!meeting) throw notFound();
  const mayIssue = can(person, "minutes.edit", { ...meeting, parentBodyId: meeting.body.parentId });
  const [issued, minutes] = await Promise.all([
    db.decisionSheet.findMany({
      where: { AND: [{ meetingId: meeting.id }, readable(scope)] },
      orderBy: { number: "desc" },
      take: 20,
      select: { number: true, issuedAt: true, lines: true },
    }),
    mayIssue ? db.minutes.findUnique({ where: { meetingId: meeting.id }, select: { id: true } }) : null,
  ]);
  if (issued.length === 0 && !mayIssue) throw notFound();
  return {
    meeting,
    issued: issued.map(({ lines, ...sheet }) => ({ ...sheet, lines: lines as unknown as SheetLine[] })),
    next: minutes ? await writeSheet(db, meeting.id) : null,
  };
}
