import { holdsPost, type Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { canReadContent, readScope } from "@/domain/access/read-scope";
import { formatFullDate } from "@/domain/calendar/plain-date";
import { readable } from "@/server/access/readable";
import { ACCESS } from "@/server/access/visible";
import { siteAddress } from "@/server/auth/links";
import { getClock } from "@/server/clock/queries";
import { type Client, db, type Tx } from "@/server/db";
import { ExpectedError, invalid, notFound } from "@/server/errors";
import { postMail } from "@/server/mail/post";
import { BODY_LINK } from "@/server/meetings/queries";
import type { Answers } from "@/server/workflow/answers";
import { listPeople } from "@/server/workflow/choices";
import type { StepField } from "@/server/workflow/step-field";
import { getWritableMinutes, minuteOf, recordMinutes } from "./kept-minutes";

/** Drafts are remarked on until they are published. */
const OPEN = { in: ["draft" as const, "checked" as const] };

const MOST_ASKED = 3;

/** The fields that name who is to check a minute: whose item it was. */
async function checkFields(client: Client, day: string): Promise<StepField[]> {
  const options = await listPeople(client, day);
  return Array.from({ length: MOST_ASKED }, (_, index) => ({
    kind: "one" as const,
    name: `checker${index + 1}`,
    label: index === 0 ? "Who checks it" : "And",
    none: index === 0 ? "Choose" : "Nobody else",
    options,
  }));
}

/**
 * Asks people to check the draft of one minute, whose item it was. Being asked opens that minute to them until it is published, and
 * nothing else of the minutes.
 * @throws ExpectedError not-found; refused for whoever may not, and once the minutes are published; invalid where nobody is named, or
 *   somebody who may not read it
 */
export async function askToCheck(
  tx: Tx,
  actor: Person,
  { minutesId, minuteId, answers }: { minutesId: string; minuteId: string | undefined; answers: Answers },
): Promise<void> {
  const minutes = await getWritableMinutes(tx, actor, minutesId, "Ask somebody to check a minute");
  const minute = minuteOf(minutes, minuteId);
  const { date, instant } = await getClock(tx);
  const named = Array.from({ length: MOST_ASKED }, (_, index) => answers.id(`checker${index + 1}`));
  const people = [...new Set(named.flatMap((id) => id ?? []))];
  if (people.length === 0) throw invalid("checker1", "Choose who is to check it.");
  const known = new Set((await listPeople(tx, date)).map(({ value }) => value));
  if (people.some((id) => !known.has(id))) throw invalid("checker1", "Choose one of those on the list.");
  if (people.some((id) => minute.text?.withheldFrom.includes(id)))
    throw invalid("checker1", "This minute is withheld from one of them, for an interest.");
  const asked = await tx.minuteCheck.findMany({ where: { minuteId: minute.id, askedAt: { not: null }, saidAt: null } });
  const anew = people.filter((id) => !asked.some(({ personId }) => personId === id));
  await tx.minuteCheck.createMany({
    data: anew.map((personId) => ({ minuteId: minute.id, personId, askedAt: instant })),
  });
  const meeting = await tx.meeting.findUniqueOrThrow({
    where: { id: minutes.meeting.id },
    select: { slug: true, date: true, body: { select: { slug: true, name: true } } },
  });
  const accounts = await tx.person.findMany({
    where: { id: { in: anew } },
    select: { account: { select: { email: true } }, contact: { select: { email: true } } },
  });
  for (const { account, contact } of accounts) {
    const to = contact?.email ?? account?.email;
    if (!to) continue;
    await postMail(tx, {
      to,
      cause: "minute.askToCheck",
      subject: `A draft minute to check, ${meeting.body.name}, ${formatFullDate(meeting.date)}`,
      text: [
        `You are asked to check a draft minute of the meeting of ${formatFullDate(meeting.date)}, ${meeting.body.name}:`,
        siteAddress(`/office/meetings/${meeting.body.slug}/${meeting.slug}/minutes/check`),
        "It is a draft: only whoever checks it, the chair and democratic services read it.",
      ].join("\n\n"),
    });
  }
  await recordMinutes(tx, actor, minutes, "askToCheck", { minute: minute.id, asked: anew.length });
}

/** Whether somebody may remark on a minute: whoever sits on the body, and whoever was asked. */
const mayRemark = (
  person: Person,
  minute: { bodyId: string },
  isAsked: boolean,
  parentBodyId: string | null,
): boolean =>
  can(person, "minutes.comment", { bodyId: minute.bodyId, parentBodyId, keepers: isAsked ? [person.personId] : [] });

/** The minutes of a draft that this person reads: by their seat, or because they were asked to check them. */
async function findChecked(client: Client, person: Person, where: { id: string } | { slug: string; body: string }) {
  const scope = readScope(person);
  const found = await client.minutes.findFirst({
    where: {
      status: OPEN,
      meeting: { AND: ["id" in where ? {} : { slug: where.slug, body: { slug: where.body } }, readable(scope)] },
      ...("id" in where && { id: where.id }),
    },
    include: {
      body: { select: { ...BODY_LINK, parentId: true } },
      meeting: { select: { slug: true, date: true } },
      items: {
        orderBy: { position: "asc" },
        select: {
          ...ACCESS,
          id: true,
          number: true,
          headings: true,
          text: { select: { ...ACCESS, restriction: true, paragraphs: true, withheldFrom: true, markdown: true } },
          decisions: { orderBy: { position: "asc" }, select: { id: true, verb: true, text: true } },
          checks: {
            orderBy: { id: "asc" },
            select: {
              id: true,
              personId: true,
              askedAt: true,
              remark: true,
              saidAt: true,
              person: { select: { name: true } },
            },
          },
        },
      },
    },
  });
  if (!found) throw notFound();
  const items = found.items.flatMap((item) => {
    const isAsked = item.checks.some(({ personId, askedAt }) => personId === person.personId && askedAt !== null);
    const { parentId } = found.body;
    const isOpen = isAsked ? isOpenToAsked(person, item.text) : item.text !== null && canReadContent(scope, item.text);
    return isOpen && mayRemark(person, item, isAsked, parentId) ? [{ ...item, isAsked }] : [];
  });
  if (items.length === 0) throw notFound();
  return { ...found, items, scope };
}

/** Being asked opens a minute as one's own record would; what is withheld, and an administrator's never, stand above it. */
const isOpenToAsked = (person: Person, text: { restriction: string; withheldFrom: string[] } | null): boolean =>
  text !== null &&
  !text.withheldFrom.includes(person.personId) &&
  (text.restriction === "public" || !holdsPost(person, "administrator"));

/**
 * A draft as its checkers read it: their own items, or all of them for the chair, and for members once it is checked.
 * @throws ExpectedError not-found, also once it is published
 */
export async function getMinutesToCheck(person: Person, at: { body: string; meeting: string }) {
  const { scope: _, ...found } = await findChecked(db, person, { slug: at.meeting, body: at.body });
  return found;
}

/**
 * Remarks on a draft minute: on one's own item, or on any for whoever sits on the body.
 * @throws ExpectedError not-found for a minute that is not open to them; invalid where nothing is said
 */
export async function remarkOnMinute(
  tx: Tx,
  actor: Person,
  { minutesId, minuteId, answers }: { minutesId: string; minuteId: string | undefined; answers: Answers },
): Promise<void> {
  const minutes = await findChecked(tx, actor, { id: minutesId });
  const minute = minutes.items.find(({ id }) => id === minuteId);
  if (!minute) throw notFound();
  const remark = answers.text("remark");
  if (!remark) throw invalid("remark", "Write what is to be put right, or that it is right as it stands.");
  const { instant } = await getClock(tx);
  const asked = minute.checks.find(
    ({ personId, askedAt, saidAt }) => personId === actor.personId && askedAt !== null && saidAt === null,
  );
  if (asked) {
    const { count } = await tx.minuteCheck.updateMany({
      where: { id: asked.id, saidAt: null },
      data: { remark, saidAt: instant },
    });
    if (count === 0) throw new ExpectedError({ kind: "stale" });
  } else
    await tx.minuteCheck.create({
      data: { minuteId: minute.id, personId: actor.personId, remark, saidAt: instant },
    });
  await recordMinutes(tx, actor, minutes, "remark", { minute: minute.id });
}

/** What was remarked on a minute, who is still asked, and whom else one may ask, for whoever writes it. */
export async function getChecking(person: Person, minuteId: string) {
  const [checks, asking] = await Promise.all([
    db.minuteCheck.findMany({
      where: { minuteId },
      orderBy: { id: "asc" },
      select: { id: true, askedAt: true, remark: true, saidAt: true, person: { select: { name: true } } },
    }),
    checkFields(db, person.day),
  ]);
  return { checks, asking };
}
