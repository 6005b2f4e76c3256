import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { can } from "@/domain/access/permissions";
import { AUDIENCES } from "@/domain/access/read-scope";
import type { Role } from "@/domain/access/role";
import { ALL_WORKFLOWS } from "./all-workflows";
import { AUTHORITY, PEOPLE, RELATED, TODAY } from "./people.fixture";
import { decide, defineWorkflow, type Subject } from "./workflow";
import type { WorkflowTable } from "./workflow-table";

/** The table as a workflow without rules: whatever a sequence of moves could ever do, no rule standing in its way. */
const unruled = (table: WorkflowTable, choose: (among: readonly string[]) => string) =>
  defineWorkflow<Subject>()({
    name: table.name,
    initial: table.startsAt[0] ?? "",
    statuses: Object.fromEntries(table.statuses.map(({ status, unless: _unread, ...rest }) => [status, rest])),
    transitions: Object.fromEntries(
      table.transitions.map(({ name, rules: _unread, to, ...rest }) => [
        name,
        { ...rest, to: { oneOf: to, forThis: () => choose(to) } },
      ]),
    ),
  });

describe.each(ALL_WORKFLOWS)("$name", (table) => {
  const names = table.statuses.map(({ status }) => status);
  const ways = table.transitions.flatMap(({ from, to }) =>
    from.flatMap((start) => to.map((end) => [start, end] as const)),
  );

  test("every status can be reached", () => {
    const reached = new Set(table.startsAt);
    for (const _round of names) for (const [start, end] of ways) if (reached.has(start)) reached.add(end);
    expect(names.filter((status) => !reached.has(status))).toEqual([]);
  });

  test("a final status has no way out, any other has one", () => {
    for (const { status, final } of table.statuses)
      expect([status, ways.some(([start]) => start === status)]).toEqual([status, !final]);
  });

  test("every status has an audience and says itself in a word or two", () => {
    for (const { status, label, audience } of table.statuses) {
      expect(AUDIENCES).toContain(audience);
      expect(status).toMatch(/^[a-z]+(_[a-z]+)*$/);
      expect(label.split(" ").length).toBeLessThanOrEqual(3);
    }
  });

  test("every transition is a verb with a label of its own, somebody who may, and rules that have names", () => {
    const labels = table.transitions.map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    for (const { name, needs, rules } of table.transitions) {
      expect(name).toMatch(/^[a-z]+([A-Z][a-z]+)*$/);
      expect(Object.values(PEOPLE).some((actor) => can(actor, needs, RELATED))).toBe(true);
      expect(rules).not.toContain("");
    }
  });

  test("no sequence of moves leaves the table", () => {
    const move = fc.record({
      name: fc.constantFrom(...table.transitions.map(({ name }) => name)),
      role: fc.constantFrom(...(Object.keys(PEOPLE) as Role[])),
      kind: fc.constantFrom(...(Object.keys(AUTHORITY) as (keyof typeof AUTHORITY)[])),
      choice: fc.nat(),
    });
    fc.assert(
      fc.property(fc.constantFrom(...table.startsAt), fc.array(move, { maxLength: 60 }), (start, moves) => {
        let status = start;
        for (const { name, role, kind, choice } of moves) {
          const workflow = unruled(table, (among) => among[choice % among.length] ?? "");
          const actor = PEOPLE[role];
          const asked = { actor, today: TODAY, authority: AUTHORITY[kind], reason: "Because." };
          const decision = decide(workflow, name, { ...RELATED, status }, asked);
          if (!decision.allowed) continue;
          const row = table.transitions.find((transition) => transition.name === name);
          expect(row?.from).toContain(status);
          expect(row?.to).toContain(decision.to);
          expect(names).toContain(decision.to);
          expect(AUDIENCES).toContain(decision.audience);
          expect(row && can(actor, row.needs, RELATED)).toBe(true);
          if (row && row.restsOn.length > 0) expect(row.restsOn).toContain(kind);
          expect(table.statuses.find((each) => each.status === status)?.final).toBe(false);
          status = decision.to;
        }
      }),
      { seed: 20161011, numRuns: 200 },
    );
  });
});

test("every workflow file is in the list, under a name of its own", () => {
  const files = readdirSync("src/domain", { recursive: true, encoding: "utf8" }).filter((path) =>
    /^[a-z-]+\/[a-z-]+-workflow\.ts$/.test(path),
  );
  expect(ALL_WORKFLOWS).toHaveLength(files.length);
  expect(new Set(ALL_WORKFLOWS.map(({ name }) => name)).size).toBe(files.length);
});
