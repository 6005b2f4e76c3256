import { beforeEach } from "vitest";
import type { Person } from "@/domain/access/actor";
import { db } from "@/server/db";
import { emptyDatabase } from "./database";
import { createBody, createPerson, setClock } from "./people";
import { signedIn } from "./settings";

/** Who keeps people, who does not, and two bodies of the test that runs. */
export let administrator: Person;
export let clerk: Person;
export let officer: Person;
export let committee: string;
export let cabinet: string;
/** A person with no seat, no post and no account. */
export let mary: string;

/** Every test of the file begins with them, signed in, and nothing done yet. */
export function beginWithPeople(): void {
  beforeEach(async () => {
    await emptyDatabase();
    await setClock();
    committee = await createBody("scrutiny_committee", "People and Communities");
    cabinet = await createBody("executive", "Cabinet");
    administrator = await signedIn("System Administrator", "administrator");
    clerk = await signedIn("Helen Whitby", "democratic_services");
    officer = await signedIn("Paul Leivers", "officer");
    mary = await createPerson("Mary Kahn");
  });
}

/** What was done, in order. */
export const actions = async () =>
  (await db.auditEntry.findMany({ orderBy: { recordedAt: "asc" } })).map(({ action }) => action);
