import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { wordedClauses } from "@/domain/recommendations/worded-clauses";
import type { Tx } from "@/server/db";
import { ExpectedError, expectedFailure, invalid } from "@/server/errors";
import { addFollowUp } from "@/server/follow-ups/commands";
import { ownerField } from "@/server/follow-ups/owners";
import { moveItem } from "@/server/programme/commands";
import { recordRecommendation } from "@/server/recommendations/commands";
import { proposeGroup } from "@/server/review-groups/commands";
import { reviewGroupSteps } from "@/server/review-groups/steps";
import { type Answers, answersAs } from "@/server/workflow/answers";
import { getDecided } from "./decided";
import { addDecision } from "./decisions";
import { getWritableMinutes, minuteOf } from "./kept-minutes";
import { GROUP_FORMATS, NO_SLOT } from "./outcome-form";
import { addressedClauses, namesRecipient } from "./recipients";

type Deciding = { minutesId: string; minuteId: string | undefined; answers: Answers };
type Decided = Awaited<ReturnType<typeof getDecided>>;

/**
 * Records a decision and, in the same transaction, what follows from it: somebody's follow-up, the recommendation with its clauses,
 * the group it sets up, the new place of what it defers. Their words are the decision's: nothing is typed twice.
 * @returns the key of the decision
 * @throws ExpectedError as the command of each does; refused where any of them is, and then nothing is recorded at all
 */
export async function recordOutcome(
  tx: Tx,
  actor: Person,
  { minutesId, minuteId, answers }: Deciding,
): Promise<string> {
  const decisionId = await addDecision(tx, actor, { minutesId, minuteId, answers });
  const decided = await getDecided(tx, readScope(actor), decisionId);
  const why = answers.text("inSpite");
  await recommend(tx, actor, decided, answers, why);
  await setUpGroup(tx, actor, decided, answers, why);
  await moveOn(tx, actor, decided, answers, why);
  const members = answers.text("groupName") && answers.yes("membersAnswer") ? answers.ids("memberIds") : [];
  if (answers.id("ownerIds") || answers.text("followUpText") || members.length > 0)
    await askFor(tx, actor, { ...decided, words: decided.isPublic ? decided.text : "", members }, answers);
  return decisionId;
}

/** The name of each field of a follow-up's command, and where it stands in these forms. */
const FOLLOW_UP = { text: "followUpText", ownerIds: "ownerIds", owner2: "owner2", owner3: "owner3", dueOn: "dueOn" };

/** How many of those who answer for it are named one by one; members of a group that is set up come after them. */
const NAMED_OWNERS = 3;

type Asking = { bodyId: string; minuteId: string; words: string; members?: readonly string[] };

/**
 * Asks somebody for what a minute says. It is public at once, so that it never takes its words from what is not.
 * @throws ExpectedError as addFollowUp does; invalid where no words may be taken over and none are typed
 */
async function askFor(
  tx: Tx,
  actor: Person,
  { bodyId, minuteId, words, members = [] }: Asking,
  answers: Answers,
): Promise<void> {
  const text = answers.text("followUpText") || words;
  if (!text) throw invalid("followUpText", "Write down what is to be done, in words that may be public.");
  const given = {
    text,
    minuteId,
    ...(answers.date("dueOn") === null && { dueNextMeeting: "yes" }),
    ...Object.fromEntries(members.map((id, index) => [ownerField(NAMED_OWNERS + index), id])),
  };
  await under(FOLLOW_UP, () => addFollowUp(tx, actor, bodyId, answersAs(answers, given, FOLLOW_UP)));
}

/**
 * Asks somebody for something that an item brought up without a decision.
 * @throws ExpectedError as addFollowUp does; not-found for minutes this person does not write
 */
export async function askForMore(tx: Tx, actor: Person, { minutesId, minuteId, answers }: Deciding): Promise<void> {
  const minutes = await getWritableMinutes(tx, actor, minutesId, "Ask for something");
  const { id } = minuteOf(minutes, minuteId);
  await askFor(tx, actor, { bodyId: minutes.bodyId, minuteId: id, words: "" }, answers);
}

async function recommend(tx: Tx, actor: Person, decided: Decided, answers: Answers, why: string): Promise<void> {
  if (!namesRecipient(answers)) return;
  if (decided.kind !== "recommendation")
    throw invalid("to", "A recommendation goes to somebody. This decision is none: choose “Recommended” above.");
  mustBePublic(decided, "to");
  const { given, names } = addressedClauses(answers, wordedClauses(decided.text));
  const all = {
    ...given,
    because: decided.reason ?? "",
    reason: why,
    topicId: decided.topicId ?? "",
  };
  await under({ ...names, clauses: "text", reason: "inSpite" }, () =>
    recordRecommendation(tx, actor, decided.id, answersAs(answers, all, { title: "title" })),
  );
}

const GROUP = { name: "groupName", format: "format", memberIds: "memberIds", endsOn: "endsOn", legalStatus: "format" };

async function setUpGroup(tx: Tx, actor: Person, decided: Decided, answers: Answers, why: string): Promise<void> {
  const name = answers.text("groupName");
  if (!name) return;
  if (decided.kind !== "resolution")
    throw invalid("groupName", "A group is set up by a resolution: choose “Resolved” above.");
  mustBePublic(decided, "groupName");
  const { agendaItemId, freeTopicId } = decided;
  if (agendaItemId === null)
    throw invalid("groupName", "A meeting sets a group up under an item of its agenda. This minute is of none.");
  await under(GROUP, async () => {
    const slug = await proposeGroup(tx, actor, {
      parentId: decided.bodyId,
      agendaItemId,
      values: {
        name,
        format: answers.oneOf("format", GROUP_FORMATS),
        legalStatus: "informal",
        termsOfReference: decided.text,
        topicIds: freeTopicId === null ? [] : [freeTopicId],
        memberIds: answers.ids("memberIds"),
        balanced: null,
        endsOn: answers.date("endsOn"),
      },
    });
    const group = await tx.reviewGroup.findFirstOrThrow({
      where: { body: { slug } },
      select: { id: true, version: true },
    });
    await reviewGroupSteps.take(tx, actor, {
      ...group,
      name: "establish",
      reason: why,
      grounds: { decisionId: decided.id },
      typed: {},
    });
  });
}

async function moveOn(tx: Tx, actor: Person, decided: Decided, answers: Answers, why: string): Promise<void> {
  const to = answers.text("newSlot");
  if (!to) return;
  if (decided.kind !== "deferral" || decided.programmeItem === null)
    throw invalid(
      "newSlot",
      "Only an item of the programme that is deferred gets a new place: choose “Deferred” above.",
    );
  const meetingId = to === NO_SLOT ? null : answers.id("newSlot");
  await under({ to: "newSlot", reason: "inSpite" }, () =>
    moveItem(tx, actor, {
      ...(decided.programmeItem as { id: string; version: number }),
      to: meetingId === null ? { kind: "none" } : { kind: "meeting", meetingId },
      reason: why || (decided.isPublic && (decided.reason || decided.text)) || "The committee deferred it.",
      grounds: { decisionId: decided.id },
    }),
  );
}

/** What is recommended and what is set up is public; a decision that is not keeps its words to itself. */
function mustBePublic({ isPublic }: Decided, field: string): void {
  if (isPublic) return;
  throw invalid(
    field,
    "This minute is not for publication, and what follows here is public. Say above that the decision is open, or record it by itself.",
  );
}

/** What a command says of its own fields is said of those of this form. */
async function under<Result>(names: Readonly<Record<string, string>>, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    const failure = expectedFailure(error);
    const here = (name: string): string => names[name] ?? name;
    if (failure?.kind === "invalid") {
      const fields = Object.entries(failure.fields).map(([name, said]) => [here(name), said] as const);
      throw new ExpectedError({ kind: "invalid", fields: Object.fromEntries(fields) });
    }
    if (failure?.kind === "refused") {
      const findings = failure.refusal.findings.map(({ field, ...finding }) => ({
        ...finding,
        ...(field !== undefined && { field: here(field) }),
      }));
      throw new ExpectedError({ kind: "refused", refusal: { ...failure.refusal, findings } });
    }
    throw error;
  }
}
