import { type Actor, THE_PUBLIC } from "@/domain/access/actor";
import { can, type Permission } from "@/domain/access/permissions";
import { canRead, readScope } from "@/domain/access/read-scope";
import type { Relations } from "@/domain/access/role";
import { personOf } from "./council";
import type { Row } from "./database";
import { EVERYBODY, type Who } from "./people";
import { accessOf } from "./planting";
import type { Records } from "./routed-records";

/** To whom something opens, by the rules themselves on the record's own columns. */
export type Opens = (actor: Actor) => boolean;

/** One address of a route, and what is answered there. */
export type Place = {
  path: string;
  /** What of the address is a key, where it names a record: whom it is closed to, learns nothing from it. */
  key?: string;
  opens: Opens;
  /** Who else may know that the record is there, though this page of it is not for them. */
  known?: Opens;
  /** What those are answered to whom it is open; 200 where nothing is said. */
  opened?: number;
  /** What the others are answered; 404 where nothing is said. */
  closed?: number;
  /** What a HEAD and what a form that is sent there is answered, whoever sends it; the same as a GET where nothing is said. */
  headed?: number;
  posted?: number;
  /** Words that only some of those read there to whom it is open. */
  words?: { said: string; to: Opens };
};

/** The addresses of a route for the records of one body. What is the same for every body, the first gives. */
export type Route = (records: Records) => readonly Place[];
export type Routes = Readonly<Record<string, Route>>;

export const text = (value: unknown): string => String(value);

export const everybody: Opens = () => true;
export const nobody: Opens = () => false;
export const inside: Opens = (actor) => readScope(actor).inside;

/** Whoever may read the record. */
export const reads =
  (record: Row): Opens =>
  (actor) =>
    canRead(readScope(actor), accessOf("The record", record));

/** Whoever may take the step on the record; on none where the page asks for the step at large. */
export const may =
  (permission: Permission, record: Row = {}): Opens =>
  (actor) =>
    can(actor, permission, {
      parentBodyId: (record.body as Row | undefined)?.parentId ?? null,
      ...record,
    } as Relations);

export const all =
  (...rules: readonly Opens[]): Opens =>
  (actor) =>
    rules.every((rule) => rule(actor));

export const any =
  (...rules: readonly Opens[]): Opens =>
  (actor) =>
    rules.some((rule) => rule(actor));

/** An address that names no record. */
export const at =
  (path: string, opens: Opens, answers: Omit<Place, "path" | "opens"> = {}): Route =>
  () => [{ path, opens, ...answers }];

/** An address for each of these records. */
export const each =
  (of: (records: Records) => readonly Row[], place: (record: Row, records: Records) => Place): Route =>
  (records) =>
    of(records).map((record) => place(record, records));

/** An address that names the body. */
export const forBody = (place: (body: Row) => Place): Route => each((records) => [records.body], place);

/** What takes what is sent from its own page, and nothing from anywhere else: whoever may know that the record is there learns that. */
export const taken = (path: string, key: string, known: Opens): Place => ({
  ...{ path, key, known },
  opens: nobody,
  closed: 405,
  posted: 403,
});

/** Whoever may take the step for one body or another: by a post for all of them, by a seat for their own. */
const mayForSome =
  (permission: Permission): Opens =>
  (actor) =>
    may(permission)(actor) ||
    (actor.kind === "person" && actor.seats.some(({ bodyId }) => may(permission, { bodyId })(actor)));

/** A page that makes something new for a body: it names the body to those only who may make it there. */
export const makes = (path: string, asks: string, permission: Permission): Route =>
  forBody((of) => ({
    path: `${path}?${asks}=${of.slug}`,
    opens: mayForSome(permission),
    words: { said: text(of.name), to: may(permission, of) },
  }));

export type Cell = Place & { route: string; whose: Records["whose"] };

/** Every address of every route, for one body after the other. */
export function cellsOf(routes: Routes, bodies: readonly Records[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const [route, placesFor] of Object.entries(routes)) {
    for (const records of bodies) {
      for (const place of placesFor(records)) {
        const cell = { ...place, route, whose: records.whose };
        if (!cells.has(`${route} ${place.path}`)) cells.set(`${route} ${place.path}`, cell);
      }
    }
  }
  return [...cells.values()];
}

/** The public and everybody who signs in, as the rules know them. */
export async function everyActor(): Promise<Map<Who | null, Actor>> {
  const people = await Promise.all(EVERYBODY.map(async (who) => [who, await personOf(who)] as const));
  return new Map<Who | null, Actor>([[null, THE_PUBLIC], ...people]);
}
