import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { followUpWorkflow } from "@/domain/follow-ups/follow-up-workflow";
import { meetingWorkflow } from "@/domain/meetings/meeting-workflow";
import { minutesWorkflow } from "@/domain/minutes/minutes-workflow";
import { programmeItemWorkflow } from "@/domain/programme/programme-item-workflow";
import { programmeWorkflow } from "@/domain/programme/programme-workflow";
import { questionWorkflow } from "@/domain/questions/question-workflow";
import { clauseWorkflow } from "@/domain/recommendations/clause-workflow";
import { reportWorkflow } from "@/domain/reports/report-workflow";
import { reviewGroupWorkflow } from "@/domain/review-groups/review-group-workflow";
import { scopingWorkflow } from "@/domain/scoping/scoping-workflow";
import { topicWorkflow } from "@/domain/topics/topic-workflow";
import { ALL_WORKFLOWS } from "./all-workflows";
import { PEOPLE, TODAY } from "./people.fixture";
import { foretold, type Model, readMoves, recordOf, SAID, type Standing } from "./reference-model.fixture";
import { OF_WORK } from "./reference-models.fixture";
import { OF_PAPERS } from "./reference-papers.fixture";
import { decide, type Subject, type Workflow } from "./workflow";

const { topic, scoping, programme, item, group, clause } = OF_WORK;
const { report, meeting, question, minutes, followUp } = OF_PAPERS;

/** Each machine with its model, which makes the records that the machine takes. */
const MACHINES = [
  [topicWorkflow, topic],
  [scopingWorkflow, scoping],
  [programmeWorkflow, programme],
  [programmeItemWorkflow, item],
  [reviewGroupWorkflow, group],
  [reportWorkflow, report],
  [meetingWorkflow, meeting],
  [questionWorkflow, question],
  [minutesWorkflow, minutes],
  [followUpWorkflow, followUp],
  [clauseWorkflow, clause],
] as unknown as readonly (readonly [Workflow<Subject, string>, Model])[];

/** Eleven machines: 11,000 in all. */
const SEQUENCES = 1000;
const LONGEST = 40;

/** Mostly by whoever may do most and on grounds that will do, so that sequences get somewhere. */
const seldom = <Value>(usual: Value, values: readonly Value[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: fc.constantFrom(...values) });

const asking = fc.record({
  /** Among the moves that are open from where the record stands, or among all of them. */
  open: seldom(true, [true, false]),
  which: fc.nat(1000),
  who: seldom("democratic_services", Object.keys(PEOPLE)),
  rests: seldom("resolution", Object.keys(SAID)),
  reasoned: seldom(true, [true, false]),
  /** What becomes of the record before: which aspect takes which value. */
  changed: fc.option(fc.tuple(fc.nat(1000), fc.nat(1000)), { freq: 2 }),
});

const SEQUENCE = fc.array(asking, { maxLength: LONGEST, size: "max" });

describe.each(MACHINES)("$name", (machine, model) => {
  const { starts, moves } = readMoves(model.moves);
  const statuses = new Set([...starts, ...moves.flatMap(({ from, to }) => [...from, to])]);

  test("has the statuses and the moves that the model knows, and no other", () => {
    expect(Object.keys(machine.statuses).toSorted()).toEqual([...statuses].toSorted());
    expect(Object.keys(machine.transitions).toSorted()).toEqual(moves.map(({ name }) => name).toSorted());
  });

  test("answers every sequence of moves as the model does", () => {
    const taken = new Set<string>();
    const refused = new Set<string>();
    fc.assert(
      fc.property(fc.constantFrom(...starts), SEQUENCE, (start, sequence) => {
        let standing: Standing = { status: start, chosen: {}, who: "", rests: "", reasoned: true };
        for (const { open, which, changed, ...asked } of sequence) {
          standing = { ...standing, ...asked, chosen: changed ? change(model, standing, changed) : standing.chosen };
          const here = moves.filter(({ from }) => from.includes(standing.status));
          // What is over stays so: half the time another record begins.
          if (here.length === 0 && open) standing = { ...standing, status: start };
          const among = open && here.length > 0 ? here : moves;
          const move = among[which % among.length];
          if (!move) continue;
          const [answer, expected] = [answerOf(machine, model, move.name, standing), foretold(model, move, standing)];
          if (answer !== expected)
            throw new Error(`${move.name}: ${answer}, not ${expected}; ${JSON.stringify(standing)}`);
          (answer.startsWith("to ") ? taken : refused).add(move.name);
          if (answer.startsWith("to ")) standing = { ...standing, status: move.to };
        }
      }),
      { seed: 20161011, numRuns: SEQUENCES },
    );
    // Every move was made by somebody, and refused to somebody.
    expect([taken.size, refused.size]).toEqual([moves.length, moves.length]);
  });
});

test("every machine has its model", () => {
  expect(MACHINES.map(([{ name }]) => name)).toEqual(ALL_WORKFLOWS.map(({ name }) => name));
});

function change({ aspects }: Model, { chosen }: Standing, [which, value]: [number, number]): Record<string, string> {
  const names = Object.keys(aspects);
  const name = names[which % names.length] ?? "";
  const values = ["sound", ...Object.keys(aspects[name] ?? {})];
  return { ...chosen, [name]: values[value % values.length] ?? "sound" };
}

function answerOf(machine: Workflow<Subject, string>, model: Model, name: string, standing: Standing): string {
  const { who, rests, reasoned } = standing;
  const decision = decide(machine, name, recordOf(model, standing), {
    actor: PEOPLE[who as keyof typeof PEOPLE],
    today: TODAY,
    authority: SAID[rests],
    reason: reasoned ? "Because." : " ",
  });
  return decision.allowed ? `to ${decision.to}` : decision.refusal.code;
}
