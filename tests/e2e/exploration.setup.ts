import { expect, test } from "@playwright/test";
import { EVERYBODY, type Who } from "./support/people";
import { keepGuesses, keepReached, keptGuesses, reachedBy } from "./support/reached";

test.describe.configure({ mode: "parallel" });

for (const who of [null, ...EVERYBODY] as (Who | null)[]) {
  test(`what ${who ?? "the public"} can reach by links, where what was typed into fields is words and runs nowhere`, async () => {
    expect(await keepReached(who)).toEqual([]);
    expect(reachedBy(who).filter(({ status }) => status >= 500)).toEqual([]);
    expect(reachedBy(who).filter(({ status, isPage }) => status === 200 && isPage).length).toBeGreaterThan(1);
  });
}

test("which keys lead somewhere", async () => {
  await keepGuesses();
  expect(keptGuesses().length).toBeGreaterThan(20);
});
