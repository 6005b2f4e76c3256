import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One of the demonstration council for each kind of person, and what they are to its People and Communities committee. */
export const PEOPLE = {
  democraticServices: "helen-whitby",
  chair: "david-walsh",
  viceChair: "steve-butler",
  member: "kate-wheller",
  coOptee: "joy-tubbs",
  councillorElsewhere: "andy-canning",
  officer: "paul-leivers",
  otherOfficer: "sally-wernick",
  director: "helen-coombes",
  cabinetMember: "jill-haynes",
  cabinetSupport: "cabinet-support-officer",
  scrutinyOfficer: "statutory-scrutiny-officer",
  properOfficer: "monitoring-officer",
  administrator: "system-administrator",
} as const;

export type Who = keyof typeof PEOPLE;
export const EVERYBODY = Object.keys(PEOPLE) as Who[];

type SignIn = { name: string; email: string; password: string };

/** What this person types to sign in, as the demonstration says it. */
export function signInOf(who: Who): SignIn {
  const file = join(process.env.SCRUTINEER_STATE ?? "", "demo-sign-ins.json");
  const signIns = JSON.parse(readFileSync(file, "utf8")) as SignIn[];
  const email = `${PEOPLE[who].replaceAll("-", ".")}@example.org`;
  const found = signIns.find((one) => one.email === email);
  if (!found) throw new Error(`The demonstration has no sign-in for ${email}.`);
  return found;
}

/** What the preparation leaves for the tests; the runner empties its own folder at every start. */
export const KEPT = join("test-results", "prepared");

/** Where the browser's state of a person who has signed in is kept for the other tests. */
export const stateOf = (who: Who): string => join(KEPT, `${who}.json`);
