import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

process.env.SCRUTINEER_PAGE_CACHE_MB = "1";
const { default: PublicPagesCache } = await import("./cache-handler.mjs");

const page = (html: string, facts: object = {}) => ({
  kind: "APP_PAGE",
  html,
  rscData: Buffer.from("rsc"),
  headers: {},
  ...facts,
});

/** What a request does when the page is not there: asks, renders, hands over what it rendered. */
async function request(key: string, html: string): Promise<void> {
  const handler = new PublicPagesCache();
  await handler.get(key);
  await handler.set(key, page(html));
}

async function kept(key: string): Promise<ReturnType<typeof page> | undefined> {
  const handler = new PublicPagesCache();
  const found = await handler.get(key);
  if (!found) await handler.set(key, null); // or a change would wait for its rendering
  return found?.value as ReturnType<typeof page> | undefined;
}

beforeEach(() => new PublicPagesCache().revalidateTag());
afterEach(() => vi.useRealTimers());

describe("the cache of public pages", () => {
  it("keeps a page for whoever asks next", async () => {
    await request("/en", "<p>What is on</p>");
    expect((await kept("/en"))?.html).toBe("<p>What is on</p>");
  });

  it("keeps nothing of before a change", async () => {
    await request("/en", "before");
    await new PublicPagesCache().revalidateTag();
    expect(await kept("/en")).toBeUndefined();
  });

  it("does not keep a page whose rendering began before the change", async () => {
    const slow = new PublicPagesCache();
    await slow.get("/en");
    const changed = new PublicPagesCache().revalidateTag();
    await slow.set("/en", page("what was"));
    await changed;
    expect(await kept("/en")).toBeUndefined();

    await request("/en", "what is");
    const alsoSlow = new PublicPagesCache();
    await new PublicPagesCache().revalidateTag();
    await alsoSlow.set("/en", page("what was, again"));
    expect(await kept("/en")).toBeUndefined();
  });

  it("answers a change when the renderings that began before it have ended: who asks meanwhile is given those", async () => {
    const slow = new PublicPagesCache();
    await slow.get("/en");
    let isAnswered = false;
    const changed = new PublicPagesCache().revalidateTag().then(() => {
      isAnswered = true;
    });
    await kept("/elsewhere");
    expect(isAnswered).toBe(false);
    await slow.set("/en", page("what was"));
    await changed;
  });

  it("waits for no rendering that has failed", async () => {
    vi.useFakeTimers();
    await new PublicPagesCache().get("/broken");
    const changed = new PublicPagesCache().revalidateTag();
    await vi.advanceTimersByTimeAsync(3_000);
    await changed;
  });

  it("keeps no page longer than a minute: what it says of today may be over", async () => {
    vi.useFakeTimers();
    await request("/en", "3 days left");
    vi.advanceTimersByTime(59_000);
    expect(await kept("/en")).toBeDefined();
    vi.advanceTimersByTime(1_000);
    expect(await kept("/en")).toBeUndefined();
  });

  it("holds so many bytes, and lets go of what was asked for longest ago", async () => {
    const big = "x".repeat(150_000);
    await request("/a", big);
    await request("/b", big);
    await request("/c", big);
    await kept("/a");
    await request("/d", big);
    expect([await kept("/a"), await kept("/b"), await kept("/c"), await kept("/d")].map(Boolean)).toEqual([
      true,
      false,
      true,
      true,
    ]);
    await request("/too-big", "x".repeat(600_000));
    expect(await kept("/too-big")).toBeUndefined();
    expect(await kept("/d")).toBeDefined();
  });

  it("does not fill up with addresses that nobody has", async () => {
    const handler = new PublicPagesCache();
    const missing = page('<meta name="scrutineer:status" content="404"/><h1>Page not found</h1>');
    await handler.set("/nowhere", missing);
    expect(missing).toMatchObject({ status: 404 });
    await handler.set("/elsewhere", page("", { status: 308 }));
    await handler.set("/broken", page('<meta name="scrutineer:status" content="500"/>'));
    expect([await kept("/nowhere"), await kept("/elsewhere"), await kept("/broken")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("the content policy of a page", () => {
  const policyOf = async (html: string) => {
    const rendered = page(html);
    await new PublicPagesCache().set("/en", rendered);
    return (rendered.headers as Record<string, string>)["content-security-policy"] ?? "";
  };
  const hash = (code: string) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;

  it("is there on the page that is answered and on the page that is kept", async () => {
    const policy = await policyOf("<p></p>");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect((await kept("/en"))?.headers).toEqual({ "content-security-policy": policy });
  });

  it("names the framework's scripts by their hashes, and nothing else", async () => {
    const flight = 'self.__next_f.push([1,"a"])';
    const start = '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({})';
    const smuggled = "alert(1)";
    const policy = await policyOf(
      `<script src="/_next/a.js" async=""></script><script>${flight}</script><script id="_R_">${start}</script><script>${smuggled}</script>`,
    );
    expect(policy).toContain(`script-src 'self' ${hash(flight)} ${hash(start)}`);
    expect(policy).not.toContain(hash(smuggled));
    expect(policy).not.toContain("unsafe");
  });
});
