import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PAGES } from "./write-docs";

test.each(Object.entries(PAGES))("%s is current; if not, `npm run docs` writes it", (path, page) => {
  expect(readFileSync(path, "utf8")).toBe(page());
});
