import { beforeEach } from "vitest";
import type { Person } from "@/domain/access/actor";
import { db, inTransaction, publicDb } from "@/server/db";
import { publishMeeting } from "@/server/meetings/commands";
import { emptyDatabase } from "./database";
import { createItem, createMeeting, createPaper, storePapersAside } from "./papers";
import { createBody, createPerson, createPost, createSeat, setClock, signIn } from "./people";

/** The meeting of the test that runs, its one item, democratic services and a member. */
export let committee: string;
export let meeting: string;
export let item: string;
export let desk: Person;
export let member: Person;

/** Every test of the file begins with a meeting that is convened, and nothing of it published. */
export function beginWithMeeting(): void {
  storePapersAside();
  beforeEach(async () => {
    await emptyDatabase();
    await setClock();
    committee = await createBody("scrutiny_committee", "People and Communities");
    meeting = await createMeeting(committee);
    item = await createItem(committee, meeting);
    const [helen, ros] = [await createPerson("Helen Whitby"), await createPerson("Ros Kayes")];
    await createPost(helen, "democratic_services", "Democratic Services Officer");
    await createSeat(ros, committee);
    [desk, member] = [await signIn(helen), await signIn(ros)];
  });
}

/** The version of the meeting that stands. */
export const version = async () => (await db.meeting.findUniqueOrThrow({ where: { id: meeting } })).version;
/** Publishes the meeting: as democratic services, in the version that stands. */
export const publish = async (more: { actor?: Person; version?: number; reason?: string } = {}) => {
  const read = more.version ?? (await version());
  return inTransaction((tx) =>
    publishMeeting(tx, more.actor ?? desk, { meetingId: meeting, version: read, reason: more.reason }),
  );
};

/** A paper under the item. */
export const paper = (more: Parameters<typeof createPaper>[1] = {}) =>
  createPaper(committee, { meetingId: meeting, agendaItemId: item, ...more });

/** What the public's own login sees. */
export const inPublic = async () => ({
  items: await publicDb.agendaItem.count(),
  papers: await publicDb.paper.count(),
  files: await publicDb.paperFile.count(),
});
