import { beforeEach } from "vitest";
import type { Person } from "@/domain/access/actor";
import { servePaper } from "@/server/papers/door";
import { emptyDatabase } from "./database";
import { createItem, createMeeting, createPaper, storePapersAside } from "./papers";
import { createBody, createPerson, createPost, createSeat, setClock, signIn } from "./people";

/** The committee of the test that runs, its meeting whose agenda is published, and the item that its papers stand under. */
export let committee: string;
export let meeting: string;
export let item: string;
let council: string;

/** Every test of the file begins with them, and no paper yet. */
export function beginWithAgenda(): void {
  storePapersAside();
  beforeEach(async () => {
    await emptyDatabase();
    await setClock();
    council = await createBody("council", "County Council");
    committee = await createBody("scrutiny_committee", "People and Communities");
    meeting = await createMeeting(committee, { status: "published", publishedAt: new Date("2016-09-30T09:00:00Z") });
    item = await createItem(committee, meeting, { audience: "public" });
  });
}

/** What makes each kind of reader what they are. */
export const PEOPLE = {
  member: async (id: string) => {
    await createSeat(id, council);
    await createSeat(id, committee);
  },
  "former member": async (id: string) => {
    await createSeat(id, council, "member", { until: "2016-10-02" });
    await createSeat(id, committee, "member", { until: "2016-10-02" });
  },
  "other councillor": (id: string) => createSeat(id, council),
  officer: (id: string) => createPost(id, "officer", "Officer"),
  "democratic services": (id: string) => createPost(id, "democratic_services", "Democratic Services Officer"),
  "proper officer": (id: string) => createPost(id, "proper_officer", "Monitoring Officer"),
  administrator: (id: string) => createPost(id, "administrator", "Administrator"),
  "administrator with a seat": async (id: string) => {
    await createPost(id, "administrator", "Administrator");
    await createSeat(id, council);
    await createSeat(id, committee);
  },
} as const;

/** A reader of this kind, signed in. */
export async function someone(kind: keyof typeof PEOPLE): Promise<Person> {
  const id = await createPerson(kind);
  await PEOPLE[kind](id);
  return signIn(id);
}

/** What is answered to who asks for a file; to the public without a reader. */
export const ask = (id: string, reader: Person | null = null, headers: Record<string, string> = {}) =>
  servePaper(new Request(`http://localhost/papers/${id}`, { headers }), id, "bytes", async () => reader);

export const askHead = (id: string, reader: Person | null = null) =>
  servePaper(new Request(`http://localhost/papers/${id}`, { method: "HEAD" }), id, "headers only", async () => reader);

/** An answer whole, to hold against another. */
export const all = async (response: Response) => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  body: await response.text(),
});

/** A key that nothing has. */
export const ABSENT = "019a0000-0000-7000-8000-000000000000";

export type Restricted = { restriction?: "public" | "exempt" | "confidential"; paragraphs?: number[] };
/** A paper under the item, as restricted as it is said. */
export const paper = (restricted: Restricted = {}, more = {}) =>
  createPaper(committee, { meetingId: meeting, agendaItemId: item, audience: "public", ...restricted, ...more });

export const everyone = Object.keys(PEOPLE) as (keyof typeof PEOPLE)[];
