import { expect, test } from "vitest";
import { recipientWords } from "./recipient-words";

const clause = (number: number, to: string | null, name: string | null = null) => ({
  number,
  recipient: to === null ? null : { shortName: to },
  recipientName: name,
});

test("one recipient is named once; of several it is said which clauses go to them", () => {
  expect(recipientWords([clause(1, "Cabinet"), clause(2, "Cabinet")])).toBe("Cabinet");
  expect(recipientWords([clause(1, "Cabinet"), clause(2, null, "First Bus"), clause(3, "Cabinet")])).toBe(
    "Cabinet (clauses 1, 3), First Bus (clause 2)",
  );
  expect([recipientWords([]), recipientWords([clause(1, null)])]).toEqual([null, null]);
});
