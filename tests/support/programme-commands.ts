import { beforeEach } from "vitest";
import type { Person } from "@/domain/access/actor";
import { db, inTransaction, type Tx } from "@/server/db";
import { addItem, editItem, moveItem, withdrawItem } from "@/server/programme/commands";
import type { ItemValues } from "@/server/programme/item-values";
import type { Place } from "@/server/programme/place";
import { emptyDatabase } from "./database";
import { type Council, createCouncil } from "./programme";

/** The council of the test that runs, its people and its meetings. */
export let council: Council;
export let who: Council["people"];
export let at: Council["meetings"];

/** Every test of the file begins with a council whose programme is empty. */
export function beginWithCouncil(): void {
  beforeEach(async () => {
    await emptyDatabase();
    council = await createCouncil();
    who = council.people;
    at = council.meetings;
  });
}

export const VALUES: ItemValues = {
  title: "Winter resilience",
  purpose: "Gritting.",
  type: "standing",
  linesOfEnquiry: ["Who decides?", "Who pays?"],
  leadMember: [],
  leadOfficer: [],
  outcome: [],
  target: "2017-01-11",
};

export const add = (actor: Person, over: Partial<Parameters<typeof addItem>[2]> = {}) =>
  inTransaction((tx) => addItem(tx, actor, { body: "our-committee", values: VALUES, ...over }));
export const edit = (
  actor: Person,
  id: string,
  version: number,
  changes: Partial<ItemValues>,
  setAside?: Partial<ItemValues>,
) => inTransaction((tx) => editItem(tx, actor, { id, version, changes, ...(setAside && { setAside }) }));
export const to = (meetingId: string): Place => ({ kind: "meeting", meetingId });
export const NOWHERE: Place = { kind: "none" };

type Asked = { reason?: string; consulted?: string; decisionId?: string };
export const moving = (
  tx: Tx,
  actor: Person,
  id: string,
  version: number,
  place: Place,
  { reason, ...grounds }: Asked = {},
) => moveItem(tx, actor, { id, version, to: place, reason, grounds });
export const move = (actor: Person, id: string, version: number, place: Place, asked?: Asked) =>
  inTransaction((tx) => moving(tx, actor, id, version, place, asked));
export const withdraw = (actor: Person, id: string, version: number, { reason, ...grounds }: Asked = {}) =>
  inTransaction((tx) => withdrawItem(tx, actor, { id, version, reason, grounds }));

export const WHY = { reason: "No time.", consulted: "the Chairman" };

export const row = (id: string) =>
  db.programmeItem.findUniqueOrThrow({ where: { id }, include: { leads: true, moves: true } });
/** Everything a command could leave behind. */
export const traces = async () => ({
  items: await db.programmeItem.findMany({ orderBy: { id: "asc" } }),
  leads: await db.programmeLead.count(),
  moves: await db.slotMove.count(),
  authorities: await db.authority.count(),
  audit: await db.auditEntry.count(),
});
export const WRONG = ["member", "chair", "councillor", "cabinet", "officer", "otherClerk"] as const;
