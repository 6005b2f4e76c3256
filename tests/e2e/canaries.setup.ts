import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "@playwright/test";
import { CANARIES } from "./support/canaries";
import { HOSTILE, Planting, restrictedTables } from "./support/planting";
import { plantMeetings } from "./support/restricted-meetings";
import { plantPersons, plantWork } from "./support/restricted-work";

test("every table that holds words not for everybody has a canary in every one of them", async () => {
  const planting = new Planting(HOSTILE);
  await plantMeetings(planting);
  await plantWork(planting);
  await plantPersons(planting);
  mkdirSync(dirname(CANARIES), { recursive: true });
  writeFileSync(CANARIES, JSON.stringify(planting.canaries));

  const planted = new Set(planting.canaries.map(({ table }) => table));
  expect((await restrictedTables()).filter((table) => !planted.has(table))).toEqual([]);
});
