import { verify } from "@node-rs/argon2";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { signIn } from "@/server/auth/sign-in";
import { hashOfKey, holderOfKey } from "@/server/auth/sign-in-sessions";
import { LIMITS } from "@/server/auth/throttle";
import { db } from "@/server/db";
import { emptyDatabase } from "../support/database";
import { createAccount, createPerson, createPost, setClock } from "../support/people";

// Looked on at, not replaced: what is counted is the real work, which no clock has to time.
vi.mock("@node-rs/argon2", { spy: true });

const EMAIL = "helen.whitby@example.org";
const PASSWORD = "the right one, with spaces";
const HERE = "192.0.2.10";
const ELSEWHERE = "198.51.100.7";

beforeEach(async () => {
  await emptyDatabase();
  await setClock();
  const personId = await createPerson("Helen Whitby");
  await createPost(personId, "democratic_services", "Senior Democratic Services Officer");
  await createAccount(personId, EMAIL, PASSWORD);
});

const tryWith = (password: string, { email = EMAIL, address = HERE } = {}) => signIn({ email, password }, address);

const fail = async (times: number, from: { email?: string; address?: string } = {}) => {
  for (let n = 0; n < times; n++) await tryWith("wrong", from);
};

describe("signing in", () => {
  it("opens a session for the right e-mail and password, however the e-mail is written", async () => {
    const answer = await tryWith(PASSWORD, { email: "  Helen.Whitby@Example.ORG " });
    expect(answer.kind).toBe("signed-in");
    if (answer.kind !== "signed-in") return;
    const holder = await holderOfKey(answer.key);
    expect(holder?.person.name).toBe("Helen Whitby");
    expect(holder?.titles).toEqual(["Senior Democratic Services Officer"]);
  });

  it("takes an accented password typed as one character or as two", async () => {
    const personId = await createPerson("Zoe Cafe");
    await createAccount(personId, "zoe@example.org", "caf\u00e9 au lait");
    expect((await tryWith("cafe\u0301 au lait", { email: "zoe@example.org" })).kind).toBe("signed-in");
  });

  it("stores the session under the hash of its key, and the key nowhere", async () => {
    const answer = await tryWith(PASSWORD);
    if (answer.kind !== "signed-in") throw new Error(answer.kind);
    const sessions = await db.signInSession.findMany();
    expect(sessions.map((session) => session.keyHash)).toEqual([hashOfKey(answer.key)]);
    expect(hashOfKey(answer.key)).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(await everythingKept())).not.toContain(answer.key);
  });

  it("gives no two sessions one key", async () => {
    const keys = await Promise.all([1, 2, 3].map(() => tryWith(PASSWORD)));
    expect(new Set(keys.map((answer) => answer.kind === "signed-in" && answer.key)).size).toBe(3);
  });

  it("answers a wrong password, an unknown e-mail, no password and a disabled account alike", async () => {
    const [wordless, disabled] = [await createPerson("No Password"), await createPerson("No More")];
    await createAccount(wordless, "wordless@example.org");
    const gone = await createAccount(disabled, "gone@example.org", PASSWORD);
    await db.account.update({ where: { id: gone }, data: { disabledAt: new Date() } });

    const refused = { kind: "refused" };
    expect(await tryWith("wrong")).toEqual(refused);
    expect(await tryWith(PASSWORD, { email: "nobody@example.org" })).toEqual(refused);
    expect(await tryWith(PASSWORD, { email: "wordless@example.org" })).toEqual(refused);
    expect(await tryWith("", { email: "wordless@example.org" })).toEqual(refused);
    expect(await tryWith(PASSWORD, { email: "gone@example.org" })).toEqual(refused);
    expect(await db.signInSession.count()).toBe(0);
  });

  it("is not put out by what no keyboard types", async () => {
    expect(await tryWith("x".repeat(100_000))).toEqual({ kind: "refused" });
    expect(await tryWith("\0", { email: "a\0b@example.org" })).toEqual({ kind: "refused" });
    expect(await tryWith("\ud800", { email: `${"e".repeat(5000)}@example.org` })).toEqual({ kind: "refused" });
  });

  it("does the same work for an unknown e-mail as for a wrong password: one verification, at the same cost", async () => {
    const wordless = await createPerson("No Password");
    await createAccount(wordless, "wordless@example.org");
    const workFor = async (email: string, password = "wrong") => {
      vi.mocked(verify).mockClear();
      await tryWith(password, { email });
      return vi.mocked(verify).mock.calls.map(([stored, typed]) => [costOf(String(stored)), String(typed).length]);
    };
    const once = [["$argon2id$v=19$m=19456,t=2,p=1", "wrong".length]];
    expect(await workFor(EMAIL)).toEqual(once);
    expect(await workFor("nobody@example.org")).toEqual(once);
    expect(await workFor("wordless@example.org")).toEqual(once);
    const long = "x".repeat(100_000);
    expect(await workFor("nobody@example.org", long)).toEqual(await workFor(EMAIL, long));
  });
});

describe("wrong passwords", () => {
  it("are slowed for one e-mail from one address, also when the next would be right", async () => {
    await fail(LIMITS.pair.points);
    const answer = await tryWith(PASSWORD);
    expect(answer).toEqual({ kind: "slowed", minutes: 15 });
    expect(await db.signInSession.count()).toBe(0);
  });

  it("are slowed for a name that does not exist just the same", async () => {
    await fail(LIMITS.pair.points, { email: "nobody@example.org" });
    expect(await tryWith("wrong", { email: "nobody@example.org" })).toEqual({ kind: "slowed", minutes: 15 });
  });

  it("elsewhere do not lock out whoever the e-mail belongs to", async () => {
    await fail(LIMITS.email.points + 5, { address: ELSEWHERE });
    expect((await tryWith(PASSWORD, { address: HERE })).kind).toBe("signed-in");
  });

  it("are forgotten once the password was right", async () => {
    await fail(LIMITS.pair.points - 1);
    expect((await tryWith(PASSWORD)).kind).toBe("signed-in");
    await fail(LIMITS.pair.points - 1);
    expect((await tryWith(PASSWORD)).kind).toBe("signed-in");
  });

  it("are slowed for an address that tries one name after the other", async () => {
    for (let n = 0; n < LIMITS.address.points; n++)
      await tryWith("wrong", { email: `${n}@example.org`, address: ELSEWHERE });
    expect((await tryWith(PASSWORD, { address: ELSEWHERE })).kind).toBe("slowed");
    expect((await tryWith(PASSWORD, { address: HERE })).kind).toBe("signed-in");
  });

  it("are slowed for one e-mail tried from many addresses", async () => {
    for (let n = 0; n < LIMITS.email.points; n++) await tryWith("wrong", { address: `203.0.113.${n}` });
    expect((await tryWith("wrong", { address: "203.0.113.250" })).kind).toBe("slowed");
  });

  it("sent at the same moment are all counted", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => tryWith("wrong")));
    expect(answers.filter((answer) => answer.kind === "refused")).toHaveLength(LIMITS.pair.points);
  });

  it("are heard again when the time is over, by real time whatever the business clock says", async () => {
    await fail(LIMITS.pair.points);
    await setClock("2026-01-01");
    expect((await tryWith(PASSWORD)).kind).toBe("slowed");
    await db.throttle.updateMany({ data: { expire: BigInt(Date.now() - 1) } });
    expect((await tryWith(PASSWORD)).kind).toBe("signed-in");
  });

  it("leave nothing of what was typed", async () => {
    await tryWith("hunter2", { email: "my-password-by-mistake" });
    expect(JSON.stringify(await everythingKept())).not.toMatch(/hunter2|my-password-by-mistake|192\.0\.2\.10/);
  });
});

/** What it costs to compare with a hash: everything of it before the salt. */
const costOf = (stored: string) => stored.split("$").slice(0, 4).join("$");

/** Every row that signing in could have written to. */
const everythingKept = async () => [
  await db.signInSession.findMany(),
  await db.account.findMany(),
  (await db.throttle.findMany()).map(({ key, points }) => ({ key, points })),
  await db.auditEntry.findMany(),
];
