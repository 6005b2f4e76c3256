import { createHash } from "node:crypto";
import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { privateWords } from "@/domain/meetings/private-item";
import {
  comparedWith,
  type Look,
  lookedAt,
  type Seen,
  type SinceLook,
  sinceLook,
} from "@/domain/meetings/since-last-look";
import { urgencyWords } from "@/domain/meetings/urgency";
import type { Prisma } from "@/generated/prisma/client";
import { type Client, db } from "@/server/db";
import { getMeeting, type MeetingPage } from "./queries";

/** What a reader sees of a meeting since they last looked. Times are real ones: a look is no business of the council's. */
export type LastLook = {
  /** By the id of the item or paper; of when and where it is, under the meeting's own. Null for whoever never looked. */
  marks: ReadonlyMap<string, SinceLook> | null;
  /** Names what was shown, so that what changed while it was read is not taken for seen. */
  shown: string;
};

/** What changed in a meeting since this person last looked, as far as they may see it. */
export async function getLastLook(person: Person, meeting: MeetingPage, now = new Date()): Promise<LastLook> {
  const seen = seenIn(meeting);
  const before = comparedWith(await lookOf(db, person, meeting.id), now);
  return { marks: before && sinceLook(before, seen), shown: digest(seen) };
}

/**
 * Keeps that this person looked at a meeting as it is.
 * @param shown names what they were shown; where the meeting is no longer that, nothing is kept, and it is marked the next time
 * @param settled they say that they have seen what was marked
 * @returns whether it was kept
 */
export async function keepLook(
  client: Client,
  person: Person,
  meeting: MeetingPage,
  { shown, settled = false, now = new Date() }: { shown: string; settled?: boolean; now?: Date },
): Promise<boolean> {
  const seen = seenIn(meeting);
  if (digest(seen) !== shown) return false;
  const key = { personId: person.personId, meetingId: meeting.id };
  const { before, latest, at } = lookedAt(await lookOf(client, person, meeting.id), seen, now, settled);
  const kept = { before: before as Prisma.InputJsonObject, latest: latest as Prisma.InputJsonObject, at };
  await client.meetingLook.upsert({
    where: { personId_meetingId: key },
    create: { ...key, ...kept },
    update: kept,
  });
  return true;
}

/**
 * The same of a meeting by its address.
 * @throws ExpectedError not-found
 */
export const keepLookAt = async (
  person: Person,
  at: { body: string; meeting: string },
  shown: string,
): Promise<boolean> => keepLook(db, person, await getMeeting(readScope(person), at, person.day), { shown });

async function lookOf(client: Client, { personId }: Person, meetingId: string): Promise<Look | null> {
  const row = await client.meetingLook.findUnique({ where: { personId_meetingId: { personId, meetingId } } });
  return row && { before: row.before as Seen, latest: row.latest as Seen, at: row.at };
}

/** Digests alone: what was seen is not kept a second time. Numbers are left out, or one new item would mark all that follow. */
function seenIn(meeting: MeetingPage): Seen {
  const { id, date, startTime, place, status, sessions } = meeting;
  // What was set right by an erratum reads as it did: the erratum is the change.
  const errataOf = (itemId: string | null) =>
    meeting.entries.flatMap(({ id, kind, agendaItemId }) =>
      kind === "erratum" && agendaItemId === itemId ? [id] : [],
    );
  const when = {
    date,
    startTime,
    place,
    status,
    sessions: sessions.map(({ number, date, place }) => [number, date, place]),
    errata: errataOf(null),
  };
  const items = meeting.agenda.map((item) => {
    const { id, title, purpose, reporting, educationFunction, withdrawnAt, leadMember, officer } = item;
    const said = privateWords(item);
    const words = [
      title,
      purpose,
      reporting,
      educationFunction,
      withdrawnAt,
      urgencyWords(item),
      leadMember?.slug,
      officer?.name,
      errataOf(id),
      ...(said ? [said] : []),
    ];
    return [id, { says: digest(words) }] as const;
  });
  const papers = [...meeting.papers, ...meeting.agenda.flatMap((item) => item.papers)].map((paper) => {
    const { id, title, restriction, paragraphs, takenDownAt, report, proposal, opensText, file } = paper;
    const words = [title, restriction, paragraphs, takenDownAt, report?.slug, proposal?.id, opensText];
    return [id, { says: digest(words), file: file?.id ?? null }] as const;
  });
  return Object.fromEntries([[id, { says: digest(when) }], ...items, ...papers]);
}

const digest = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 16);
