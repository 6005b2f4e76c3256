import { afterEach, beforeEach, vi } from "vitest";
import { type Person, THE_PUBLIC } from "@/domain/access/actor";
import { DORSET_2016_DEADLINES } from "@/domain/calendar/deadlines";
import { db, inTransaction } from "@/server/db";
import { type Asked, askQuestion } from "@/server/questions/ask";
import { enterQuestion } from "@/server/questions/commands";
import { questionSteps } from "@/server/questions/steps";
import { answersFrom } from "@/server/workflow/answers";
import { at, beginWithCouncil, council, who } from "./programme-commands";
import { day } from "./typed-day";

/** The committee as the public finds it. */
export let slug: string;

/** Every test of the file begins with a committee that takes questions as Dorset did, and has none yet. */
export function beginWithDeadlines(): void {
  beginWithCouncil();
  afterEach(() => vi.unstubAllEnvs());
  beforeEach(async () => {
    vi.stubEnv("SCRUTINEER_SECRET", "a secret of the tests, of no use elsewhere");
    const body = await db.body.update({
      where: { id: council.bodies.committee },
      data: { deadlines: JSON.parse(JSON.stringify(DORSET_2016_DEADLINES)) },
    });
    slug = body.slug;
    for (const meetingId of [at.october, at.january, at.june])
      await db.agendaItem.createMany({
        data: [
          { kind: "public_participation" as const, title: "Public participation" },
          { kind: "councillor_questions" as const, title: "Questions from councillors" },
        ].map((item, index) => ({
          ...{ ...item, meetingId, bodyId: council.bodies.committee, position: index + 1 },
          audience: meetingId === at.january ? ("inside" as const) : ("public" as const),
        })),
      });
  });
}

/** What somebody sends in from the site, with what is nobody else's business. */
export const BUSES = {
  kind: "public_question",
  text: "When do the buses stop?",
  ...{ name: "Jane Smith", area: "Bridport", email: "jane@example.org", address: "1 West Street" },
  identity: "withheld",
} as const;

/** Words that are on no public surface, in no history and in no message but to whoever they are of. */
export const PRIVATE = /Jane|Smith|Bridport|jane@example|West Street/;

/** Asked by the public, of the meeting of 11 October; its reference. */
export const ask = (over: Partial<Asked> = {}, meeting = "2016-10-11") =>
  inTransaction((tx) => askQuestion(tx, THE_PUBLIC, { at: { body: slug, meeting }, ...BUSES, ...over }));

export const rowOf = (reference: string) => db.question.findUniqueOrThrow({ where: { reference } });
export const askedFor = async (over: Partial<Asked> = {}, meeting?: string) => await rowOf(await ask(over, meeting));

export const TYPED = {
  ...{
    kind: "public_question",
    text: "Where is the money?",
    ...day("receivedOn", "2016-09-28"),
    receivedTime: "09:15",
  },
  ...{ name: "A reader", area: "", email: "", address: "", addressedTo: "", identity: "name", agendaItemId: "" },
};

/** Entered at the desk; its id. */
export const enter = (typed: Record<string, string> = {}, actor: Person = who.clerk, meetingId: string = at.october) =>
  inTransaction((tx) => enterQuestion(tx, actor, { meetingId, answers: answersFrom({ ...TYPED, ...typed }) }));

type How = { typed?: Record<string, string>; reason?: string; version?: number; actor?: Person };

/** Takes a step in the version that stands, for a reason. */
export const take = async (
  name: string,
  id: string,
  { typed = {}, reason = "", version, actor = who.clerk }: How = {},
) => {
  const row = await db.question.findUniqueOrThrow({ where: { id } });
  await inTransaction((tx) =>
    questionSteps.take(tx, actor, { id, version: version ?? row.version, name, typed, reason, grounds: {} }),
  );
};

/** Who reads what was sent, by its messages: to whom, and because of what. */
export const messages = async () =>
  (await db.mail.findMany({ orderBy: { createdAt: "asc" } })).map(
    ({ to, cause, subject }) => `${cause} ${to}: ${subject}`,
  );
