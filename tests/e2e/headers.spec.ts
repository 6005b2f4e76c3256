import { expect, test } from "@playwright/test";
import { isKept } from "./support/crawl";
import type { Who } from "./support/people";
import { reachedBy } from "./support/reached";
import { ask, several } from "./support/site";

test.describe.configure({ mode: "parallel" });

const pagesOf = (who: Who | null): string[] => reachedBy(who).flatMap(({ path, isPage }) => (isPage ? [path] : []));

/** The part of a content policy that speaks of one thing. */
const directive = (policy: string, name: string): string =>
  policy
    .split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name} `)) ?? "";

for (const who of [null, "democraticServices", "member", "officer", "administrator"] as (Who | null)[]) {
  test(`every answer to ${who ?? "the public"} says what may run and load, and no page asks for more`, async () => {
    test.setTimeout(480_000);
    const wrong: string[] = [];
    await several(pagesOf(who), 6, async (path) => {
      const { status, headers, text } = await ask(path, { who });
      const policy = headers.get("content-security-policy") ?? "";
      const scripts = directive(policy, "script-src");
      const styles = directive(policy, "style-src");
      if (!scripts.includes("'self'") || /unsafe|\*/.test(scripts)) wrong.push(`${path}: scripts: ${policy}`);
      if (!styles.includes("'self'") || /unsafe|\*/.test(styles)) wrong.push(`${path}: styles: ${policy}`);
      if (!policy.includes("frame-ancestors 'none'")) wrong.push(`${path}: frames: ${policy}`);
      if (headers.get("x-content-type-options") !== "nosniff") wrong.push(`${path}: no nosniff`);
      if (headers.get("x-powered-by")) wrong.push(`${path}: says what it runs on`);
      if (/<[a-z][^>]*\sstyle=/i.test(text)) wrong.push(`${path}: has a style attribute`);
      if (/<[a-z][^>]*\son[a-z]+=/i.test(text)) wrong.push(`${path}: has a handler in its markup`);
      if (isKept(path) !== headers.get("cache-control")?.includes("must-revalidate")) {
        wrong.push(`${path} (${status}): may be kept as "${headers.get("cache-control")}"`);
      }
    });
    expect(wrong).toEqual([]);
  });
}

test("a public page is the same for whoever asks, and is asked for anew at every reading", async () => {
  const differing: string[] = [];
  await several(pagesOf(null).filter(isKept), 6, async (path) => {
    // Other tests change the site meanwhile: a page that differs is read again on both sides before it counts.
    const isSame = async () => {
      const [one, other] = await Promise.all([ask(path), ask(path, { who: "democraticServices" })]);
      return one.text === other.text && other.headers.get("set-cookie") === null;
    };
    if (!(await isSame()) && !(await isSame()) && !(await isSame())) differing.push(path);
  });
  expect(differing).toEqual([]);
});

test("an address that makes no sense is answered without a word about the program", async () => {
  for (const path of [
    "/%00",
    "/%E0%A4%A",
    "/committees/%2e%2e/%2e%2e/etc/passwd",
    "/papers/..%2F..%2Fsecrets.json",
    "/papers/%00",
    `/papers/${"a".repeat(3000)}`,
    "/topics/'%20OR%201=1",
    "/committees/people-and-communities/meetings/2016-13-45",
    "/_next/data/x/index.json",
    "/.env",
    "/.data/secrets.json",
    "/api/auth/session",
    "/api/auth/none",
    "/internal/public-pages-changed",
  ]) {
    const { status, text, headers } = await ask(path);
    expect(status, path).toBeGreaterThanOrEqual(path === "/api/auth/session" ? 200 : 400);
    const said = `${[...headers].join("\n")}\n${text}`;
    expect(said, path).not.toMatch(/node_modules|prisma|postgres|\.tsx?:\d|at [A-Za-z]+ \(|\/tmp\/|\/work\/|SELECT /i);
  }
});

test("an address that no text can be leads to a page that is not there, in every part of the site", async () => {
  for (const path of ["/%FF", "/committees/%FF", "/people/%E0%A4%A", "/papers/%FF", "/brand/%FF/crest"]) {
    expect((await ask(path)).status, path).toBe(404);
  }
});

test("where jobs report there is nothing for anybody else, however it is asked", async () => {
  for (const method of ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
    expect((await ask("/internal/public-pages-changed", { method })).status, method).toBe(404);
  }
});

test("no header gets past the sign-in", async () => {
  for (const headers of [
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "x-middleware-subrequest": "src/proxy:src/proxy:src/proxy:src/proxy:src/proxy" },
    { "x-scrutineer-address": "/office" },
    { "x-forwarded-host": "elsewhere.example" },
    { RSC: "1", "Next-Router-State-Tree": "%5B%22%22%5D" },
  ] as Record<string, string>[]) {
    const { status, headers: answered } = await ask("/office", { headers });
    expect(status, JSON.stringify(headers)).toBe(307);
    expect(answered.get("location")).toMatch(/^\/(sign-in\?from=|office\?_rsc)/);
  }
});
