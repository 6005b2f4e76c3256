import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { can, whoMay } from "@/domain/access/permissions";
import { addDays } from "@/domain/calendar/plain-date";
import { ALL_WORKFLOWS } from "@/domain/workflow/all-workflows";
import type { TableTransition } from "@/domain/workflow/workflow-table";
import { filled, formWith } from "../soak/forms";
import { personOf } from "./support/council";
import { BESIDE } from "./support/refusals/beside";
import { Desk, OWN_FORMS, refusalIn, sendOn, trace, wasDone } from "./support/refusals/desk";
import { hardFindings, hardFindingsBeside } from "./support/refusals/hard-findings";
import { FOUNDED, signInNewcomer } from "./support/refusals/newcomer";
import { Records, type Stands } from "./support/refusals/records";
import { nameOf, notSaid, PLAIN, prepared, requiredByTemplate, triesOf } from "./support/refusals/tries";
import { ALWAYS_TYPED, OWN, UNREACHABLE } from "./support/refusals/ways";
import { several } from "./support/site";

test.describe.configure({ mode: "parallel" });

/** At a time, in each of two workers. */
const SEVERAL = 3;

/** Of them one at least lacks the permission for any step; the first two are offered the form of some other step. */
const WITHOUT = ["officer", "scrutinyOfficer", "cabinetSupport"] as const;

test("every hard finding has a way to make it, or a reason why no form can", async () => {
  const findings = hardFindings(await requiredByTemplate()).map(nameOf);
  const beside = hardFindingsBeside();
  const steps = ALL_WORKFLOWS.flatMap(({ name, transitions }) => transitions.map((step) => `${name}.${step.name}`));
  const made = Object.entries(OWN).flatMap(([machine, ofMachine]) =>
    Object.entries(ofMachine).flatMap(([step, codes]) =>
      Object.keys(codes).map((code) => nameOf({ machine, step, code })),
    ),
  );
  const unreachable = UNREACHABLE.flatMap((each) => each.findings);
  const tried = [...BESIDE.flatMap((each) => each.findings), ...unreachable];
  expect(beside.filter((finding) => !tried.includes(finding))).toEqual([]);
  expect(made.filter((finding) => !findings.includes(finding) || unreachable.includes(finding))).toEqual([]);
  expect(unreachable.filter((finding) => !findings.includes(finding) && !beside.includes(finding))).toEqual([]);
  expect([...Object.keys(ALWAYS_TYPED), ...Object.keys(OWN_FORMS)].filter((step) => !steps.includes(step))).toEqual([]);
  for (const { findings, shownBy } of UNREACHABLE)
    for (const finding of findings) expect(readFileSync(shownBy, "utf8")).toContain(/[a-z-]+$/.exec(finding)?.[0]);
});

for (const { name: machine, transitions } of ALL_WORKFLOWS) {
  const stepOf = (name: string) => transitions.find((step) => step.name === name) as TableTransition;

  test(`of a ${machine}: every hard finding refuses its step, says so, and nothing changes`, async () => {
    await withRecords(async (records) => {
      const tries = [];
      for (const { step, way, codes } of await triesOf(machine))
        tries.push({ codes, ...(await prepared(records, machine, stepOf(step), way)) });
      const desk = new Desk(records);
      const wrong: string[] = [];
      await several(tries, SEVERAL, async ({ codes, ...sent }) => {
        const before = await trace(sent.record);
        const { answer, onceKey } = await desk.send(machine, sent, "democraticServices");
        wrong.push(...notSaid(answer, codes).map((what) => `${sent.step}: ${what}`));
        if ((await trace(sent.record)) !== before) wrong.push(`${sent.step} changed the record in spite of ${codes}`);
        if (await wasDone(onceKey)) wrong.push(`${sent.step} was carried out in spite of ${codes}`);
      });
      expect(wrong).toEqual([]);
    });
  });

  test(`of a ${machine}: no step is taken by somebody without its permission`, async () => {
    const people = await Promise.all(WITHOUT.map(async (who) => ({ who, person: await personOf(who) })));
    await withRecords(async (records) => {
      const tries = [];
      for (const step of transitions)
        tries.push({ ...(await prepared(records, machine, step, PLAIN)), needs: step.needs, label: step.label });
      const desk = new Desk(records);
      const wrong: string[] = [];
      await several(tries, SEVERAL, async ({ needs, label, ...sent }) => {
        const { who } = people.find(({ person }) => !can(person, needs, relationsOf(sent.record))) ?? {};
        if (!who) throw new Error(`All of ${WITHOUT} may take ${machine}.${sent.step}.`);
        const before = await trace(sent.record);
        const { answer, onceKey } = await desk.send(machine, sent, who);
        const { refusal, words } = refusalIn(answer);
        // A step with a form of its own is on a page that they need not be shown at all, and then nothing is said.
        const isTold = refusal?.code === "not-permitted" && words.includes(`“${label}” is for ${whoMay(needs)}.`);
        if (!isTold && !OWN_FORMS[`${machine}.${sent.step}`])
          wrong.push(`${sent.step} by ${who}: ${answer.status} ${words}`);
        if ((await trace(sent.record)) !== before) wrong.push(`${sent.step} by ${who} changed the record`);
        if (answer.status >= 500 || (await wasDone(onceKey))) wrong.push(`${sent.step} by ${who} was carried out`);
      });
      expect(wrong).toEqual([]);
    });
  });
}

test("what is entered, signed or set beside the steps is refused, says why, and nothing changes", async () => {
  await withRecords(async (records) => {
    const wrong: string[] = [];
    for (const { findings, button, who = "democraticServices", make } of BESIDE) {
      const { record, path, typed } = await make(records);
      const before = await trace(record);
      const { answer, onceKey } = await sendOn(path, button, typed, who);
      const codes = findings.map((finding) => finding.split(": ")[1] ?? "");
      wrong.push(...notSaid(answer, codes).map((what) => `${button}: ${what}`));
      if ((await trace(record)) !== before) wrong.push(`“${button}” changed something in spite of ${codes}`);
      if (await wasDone(onceKey)) wrong.push(`“${button}” was carried out in spite of ${codes}`);
    }
    expect(wrong).toEqual([]);
  });
});

test("access follows a post on the day: one that is over, or yet to begin, opens nothing", async () => {
  await withRecords(async (records) => {
    const newcomer = await signInNewcomer(records);
    const record = await records.of("topic", "suggested");
    const path = `/office/topics/${record.row.slug}`;
    const form = formWith("step", (await newcomer.ask(path)).text, path);
    const before = await trace(record);
    const { today } = newcomer;
    for (const term of [
      { from: FOUNDED, until: addDays(today, -1) },
      { from: addDays(today, 1), until: null },
    ]) {
      await newcomer.serves(term);
      expect((await newcomer.ask(path)).text).not.toContain(String(record.row.title));
      const onceKey = randomUUID();
      const answer = await newcomer.ask(path, filled(form, { step: "remove", reason: "Spam.", onceKey }).fields);
      expect([answer.status < 500, await wasDone(onceKey), await trace(record)]).toEqual([true, false, before]);
    }
    await newcomer.serves({ from: FOUNDED, until: today });
    expect((await newcomer.ask(path)).text).toContain(String(record.row.title));
  });
});

/** Whatever the test plants is taken away again: the other tests look at the same site. */
async function withRecords(run: (records: Records) => Promise<void>): Promise<void> {
  const records = await Records.begin();
  await run(records).catch(async (failure: unknown) => {
    // What a step did in spite of everything may not be taken away; what matters then is which step it was.
    await records.end().catch(() => {});
    throw failure;
  });
  await records.end();
}

/** What decides who somebody is to a record that was planted. */
const relationsOf = ({ id, row: { bodyId, parentId } }: Stands) => ({
  id,
  bodyId: (bodyId ?? null) as string | null,
  parentBodyId: (parentId ?? null) as string | null,
});
