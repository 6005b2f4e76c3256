import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { formatFullDate } from "@/domain/calendar/plain-date";
import { SUBJECT_TO, saysAnything, sheetParagraphs } from "@/domain/minutes/decision-sheet";
import { mustBeAllowed, refused } from "@/server/access/allowed";
import { readable } from "@/server/access/readable";
import { recordAudit } from "@/server/audit/record";
import { siteAddress } from "@/server/auth/links";
import { getClock } from "@/server/clock/queries";
import type { Tx } from "@/server/db";
import { notFound } from "@/server/errors";
import { postMail } from "@/server/mail/post";
import { heldOn } from "@/server/people/held-on";
import { writeSheet } from "./queries";

/**
 * Sends out what a meeting decided and who is to do what, subject to confirmation of the wording: kept as it went out, with a
 * message to its members and to everybody who is asked for something. A message says all of it, and first what is asked of its
 * reader; what is not for publication is named there and read where the sheet is kept.
 * @returns its number
 * @throws ExpectedError not-found; refused for whoever may not, before anything is decided, and once the minutes say it in public
 */
export async function issueDecisionSheet(tx: Tx, actor: Person, { meetingId }: { meetingId: string }): Promise<number> {
  const meeting = await tx.meeting.findFirst({
    where: { AND: [{ id: meetingId }, readable(readScope(actor))] },
    select: {
      id: true,
      slug: true,
      date: true,
      bodyId: true,
      body: { select: { slug: true, name: true, parentId: true } },
      minutes: { select: { status: true } },
    },
  });
  if (!meeting) throw notFound();
  const { body, bodyId, date } = meeting;
  mustBeAllowed(actor, "minutes.edit", { bodyId, parentBodyId: body.parentId }, "Send the decision sheet");
  if (meeting.minutes && meeting.minutes.status !== "draft" && meeting.minutes.status !== "checked")
    throw refused("wrong-status", "Not sent: the minutes are published and say all of it.");
  // Two who send it at once take turns, and each sheet has a number of its own.
  await tx.$queryRaw`SELECT id FROM "Meeting" WHERE id = ${meetingId}::uuid FOR UPDATE`;
  const lines = await writeSheet(tx, meetingId);
  if (!saysAnything(lines))
    throw refused("wrong-status", "Not sent: no decision is recorded yet, and nothing is asked of anybody.");

  const { date: today, instant } = await getClock(tx);
  const last = await tx.decisionSheet.aggregate({ where: { meetingId }, _max: { number: true } });
  const number = (last._max.number ?? 0) + 1;
  await tx.decisionSheet.create({
    data: { meetingId, bodyId, number, issuedAt: instant, issuedById: actor.personId, lines },
  });
  const to = await listReaders(tx, { id: meetingId, bodyId, date });
  const at = siteAddress(`/office/meetings/${body.slug}/${meeting.slug}/decision-sheet`);
  const when = formatFullDate(date);
  for (const { email, askedAs } of to)
    await postMail(tx, {
      to: email,
      cause: "decision-sheet.issue",
      subject: `Decisions of ${when}, ${body.name}`,
      text: [
        `What the ${body.name} decided on ${when}, and who is to do what. ${SUBJECT_TO}`,
        ...sheetParagraphs(lines, askedAs),
        `As a page: ${at}`,
        `As a PDF: ${at}/decision-sheet.pdf`,
      ].join("\n\n"),
    });
  await recordAudit(tx, {
    actor,
    action: "meeting.issueDecisionSheet",
    subject: { kind: "meeting", id: meetingId, bodyId },
    happenedOn: today,
    after: { number, sentTo: to.length },
  });
  return number;
}

type Reader = {
  email: string;
  /** The name under which the meeting asked something of them. */
  askedAs: string | null;
};

/** Whoever sits on the body, and everybody of whom the meeting asked something, with an address; each address once. */
async function listReaders(tx: Tx, meeting: { id: string; bodyId: string; date: string }): Promise<Reader[]> {
  const askedThere = { followUp: { minute: { minutes: { meetingId: meeting.id } } } };
  const people = await tx.person.findMany({
    where: {
      mergedIntoId: null,
      OR: [
        { seats: { some: { bodyId: meeting.bodyId, ...heldOn(meeting.date) } } },
        { ownsFollowUps: { some: askedThere } },
      ],
    },
    orderBy: { id: "asc" },
    select: {
      name: true,
      account: { select: { email: true } },
      contact: { select: { email: true } },
      ownsFollowUps: { where: askedThere, take: 1, select: { followUpId: true } },
    },
  });
  const readers = people.flatMap(({ name, contact, account, ownsFollowUps }): Reader[] => {
    const email = contact?.email ?? account?.email;
    return email ? [{ email, askedAs: ownsFollowUps.length > 0 ? name : null }] : [];
  });
  // An office with one mailbox for several reads it once, with what is asked of one of them on top.
  return [...Map.groupBy(readers, ({ email }) => email).values()].flatMap(
    (same) => same.find(({ askedAs }) => askedAs !== null) ?? same[0] ?? [],
  );
}
