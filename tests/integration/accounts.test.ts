import { createHash, randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { changeAccount, inviteAccount } from "@/server/auth/accounts";
import { makeFirstAdministrator } from "@/server/auth/first-administrator";
import { LIFETIMES } from "@/server/auth/links";
import { changeOwnPassword, passwordProblem, sendReset, setPassword } from "@/server/auth/passwords";
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  getOwnSignIn,
  takeSecondFactor,
} from "@/server/auth/second-factor";
import { signIn } from "@/server/auth/sign-in";
import { hashOfKey, holderOfKey, openSession } from "@/server/auth/sign-in-sessions";
import { db, inTransaction } from "@/server/db";
import { listOutbox } from "@/server/mail/queries";
import { emptyDatabase } from "../support/database";
import { createAccount, createPerson, setClock } from "../support/people";
import { failure, NOT_FOUND, signedIn } from "../support/settings";

const GOOD = "four words of mine";
const HERE = "192.0.2.10";
let administrator: Person;
let mary: string;

beforeEach(async () => {
  await emptyDatabase();
  await setClock();
  administrator = await signedIn("System Administrator", "administrator");
  mary = await createPerson("Mary Kahn");
});

const actions = async () =>
  (await db.auditEntry.findMany({ orderBy: { recordedAt: "asc" } })).map(({ action }) => action);
const invite = (actor: Person, email = "mary@example.org") =>
  failure((tx) => inviteAccount(tx, actor, { personId: mary, email }));
const lastKey = async () => {
  const { mails } = await listOutbox(administrator);
  return mails[0]?.text?.match(/key=([\w-]+)/)?.[1] ?? "";
};
const expected = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: { failure?: unknown }) => error.failure ?? error,
  );
const tryPassword = (password: string, email = "mary@example.org") => signIn({ email, password }, HERE);

describe("an invitation", () => {
  it("makes an account that opens once its link has set a password, and is recorded", async () => {
    expect(await invite(administrator)).toBeUndefined();
    const key = await lastKey();
    expect(await db.accountToken.findMany({ select: { hash: true } })).not.toContainEqual({ hash: key });
    expect((await tryPassword(GOOD)).kind).toBe("refused");
    expect(await expected(setPassword(key, "short"))).toMatchObject({ kind: "invalid" });
    expect(await expected(setPassword(key, GOOD))).toBeUndefined();
    expect(await expected(setPassword(key, `${GOOD} too`))).toEqual(NOT_FOUND);
    expect((await tryPassword(GOOD)).kind).toBe("signed-in");
    expect(await actions()).toEqual(["account.invite", "account.set password"]);
  });

  it("is the administrator's, to somebody without an account, at an address that is nobody's", async () => {
    expect(await invite(await signedIn("Helen Whitby", "democratic_services"))).toEqual(NOT_FOUND);
    expect(await invite(administrator, "helen.whitby@example.org")).toMatchObject({ kind: "invalid" });
    await invite(administrator);
    expect(await invite(administrator)).toMatchObject({ kind: "refused" });
    expect(await db.mail.count()).toBe(1);
  });

  it("opens nothing after seven days, once another was sent, and for a disabled account", async () => {
    await invite(administrator);
    const first = await lastKey();
    const account = await db.account.findUniqueOrThrow({ where: { personId: mary } });
    const step = (step: "invite again" | "disable", version: number) =>
      failure((tx) => changeAccount(tx, administrator, { id: account.id, version, step }));
    expect(await step("invite again", 1)).toBeUndefined();
    expect(await expected(setPassword(first, GOOD))).toEqual(NOT_FOUND);
    const second = await lastKey();
    await db.accountToken.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await expected(setPassword(second, GOOD))).toEqual(NOT_FOUND);
    await step("invite again", 2);
    const third = await lastKey();
    await step("disable", 3);
    expect(await expected(setPassword(third, GOOD))).toEqual(NOT_FOUND);
    expect(LIFETIMES.invitation).toBe(7 * 86_400_000);
  });

  it("used twice at once opens once", async () => {
    await invite(administrator);
    const key = await lastKey();
    const both = await Promise.all([expected(setPassword(key, GOOD)), expected(setPassword(key, `${GOOD} too`))]);
    expect(both.filter((one) => one === undefined)).toHaveLength(1);
  });
});

describe("a forgotten password", () => {
  beforeEach(async () => {
    await createAccount(mary, "mary@example.org", "what it was before");
  });

  it("is set anew by a link, and ends every sign-in", async () => {
    const { id } = await db.account.findUniqueOrThrow({ where: { personId: mary } });
    const keys = await Promise.all([openSession(id), openSession(id)]);
    await sendReset(" Mary@Example.org ", HERE);
    expect(await expected(setPassword(await lastKey(), GOOD))).toBeUndefined();
    for (const key of keys) expect(await holderOfKey(key)).toBeNull();
    expect((await tryPassword("what it was before")).kind).toBe("refused");
    expect((await tryPassword(GOOD)).kind).toBe("signed-in");
  });

  it("sends nothing to an unknown address or a disabled account, and no more than three in an hour", async () => {
    await sendReset("nobody@example.org", HERE);
    await sendReset("a\0b", HERE);
    expect(await db.mail.count()).toBe(0);
    for (let n = 0; n < 5; n++) await sendReset("mary@example.org", HERE);
    expect(await db.mail.count()).toBe(3);
    await db.account.updateMany({ where: { personId: mary }, data: { disabledAt: new Date() } });
    await db.throttle.deleteMany();
    await sendReset("mary@example.org", HERE);
    expect(await db.mail.count()).toBe(3);
  });

  it("takes no bad password", () => {
    expect(passwordProblem("short", "mary@example.org")).toContain("12 characters");
    expect(passwordProblem("aaaaaaaaaaaaaaaa", "mary@example.org")).toContain("less even");
    expect(passwordProblem("mary@example.org is me", "mary.kahn@example.org")).toBeUndefined();
    expect(passwordProblem("mary.kahn and more", "mary.kahn@example.org")).toContain("e-mail");
    expect(passwordProblem(GOOD, "mary@example.org")).toBeUndefined();
  });
});

describe("one's own password", () => {
  const BEFORE = "what it was before";
  let keys: string[];
  const change = async (current: string, password = GOOD) => {
    const holder = await holderOfKey(keys[0] ?? "");
    if (!holder) throw new Error("not signed in");
    const keyHash = hashOfKey(keys[0] ?? "");
    return await expected(changeOwnPassword(holder.person, { current, password, keyHash }));
  };
  beforeEach(async () => {
    const id = await createAccount(mary, "mary@example.org", BEFORE);
    keys = [await openSession(id), await openSession(id)];
  });

  it("is changed by the one there was, once, and ends every other sign-in", async () => {
    expect(await change(BEFORE)).toBeUndefined();
    expect(await holderOfKey(keys[0] ?? "")).not.toBeNull();
    expect(await holderOfKey(keys[1] ?? "")).toBeNull();
    expect((await tryPassword(BEFORE)).kind).toBe("refused");
    expect((await tryPassword(GOOD)).kind).toBe("signed-in");
    expect(await change(BEFORE)).toBeUndefined();
    expect(await actions()).toEqual(["account.change password"]);
  });

  it("is not changed by a wrong one, to a bad one, by guessing, or where there is none", async () => {
    expect(await change("a guess of somebody")).toMatchObject({ fields: { current: [expect.any(String)] } });
    expect(await change(BEFORE, "short")).toMatchObject({ fields: { password: [expect.any(String)] } });
    for (let n = 0; n < 3; n++) await change("another guess");
    expect(await change(BEFORE)).toMatchObject({ fields: { current: [expect.stringContaining("Wait 15 minutes")] } });
    expect((await tryPassword(BEFORE)).kind).toBe("signed-in");
    await db.account.updateMany({ where: { personId: mary }, data: { passwordHash: null } });
    await db.throttle.deleteMany();
    expect(await change(BEFORE)).toEqual(NOT_FOUND);
    expect(await actions()).toEqual([]);
  });
});

describe("an account", () => {
  it("is disabled and enabled again, its sign-ins ended at once, by the version that was read", async () => {
    const id = await createAccount(mary, "mary@example.org", GOOD);
    const key = await openSession(id);
    const step = (actor: Person, step: "disable" | "enable" | "end sessions", version: number) =>
      failure((tx) => changeAccount(tx, actor, { id, version, step }));
    expect(await step(await signedIn("Helen Whitby", "democratic_services"), "disable", 1)).toEqual(NOT_FOUND);
    expect(await step(administrator, "disable", 1)).toBeUndefined();
    expect(await holderOfKey(key)).toBeNull();
    expect(await step(administrator, "enable", 1)).toMatchObject({ kind: "stale" });
    expect(await step(administrator, "enable", 2)).toBeUndefined();
    expect(await holderOfKey(key)).toBeNull();
    const again = await openSession(id);
    expect(await step(administrator, "end sessions", 3)).toBeUndefined();
    expect(await holderOfKey(again)).toBeNull();
    expect(await actions()).toEqual(["account.disable", "account.enable", "account.end sessions"]);
  });

  it("of one's own is not disabled by oneself", async () => {
    const own = await db.account.findUniqueOrThrow({ where: { personId: administrator.personId } });
    expect(
      await failure((tx) => changeAccount(tx, administrator, { id: own.id, version: 1, step: "disable" })),
    ).toMatchObject({ kind: "refused" });
  });
});

describe("the first administrator", () => {
  const given = { council: "Dorset County Council", name: "Ada First", email: "ada@example.org", password: GOOD };
  const link = async () => {
    const key = randomBytes(32).toString("base64url");
    const hash = createHash("sha256").update(key).digest("hex");
    await db.accountToken.create({
      data: { hash, purpose: "first_administrator", expiresAt: new Date(Date.now() + 60_000) },
    });
    return key;
  };

  it("makes the first account by the link, once, and can do what an administrator can", async () => {
    await emptyDatabase();
    const key = await link();
    expect(await expected(makeFirstAdministrator(key, { ...given, password: "short" }))).toMatchObject({
      kind: "invalid",
    });
    const both = await Promise.all([1, 2].map(() => expected(makeFirstAdministrator(key, given))));
    expect(both.filter((one) => one === undefined)).toHaveLength(1);
    const answer = await tryPassword(GOOD, "ada@example.org");
    if (answer.kind !== "signed-in") throw new Error(answer.kind);
    expect((await holderOfKey(answer.key))?.person.posts).toMatchObject([{ kind: "administrator" }]);
    expect(await db.council.findUniqueOrThrow({ where: { id: 1 } })).toMatchObject({ name: "Dorset County Council" });
    expect(await actions()).toEqual(["account.make first"]);
  });

  it("is nobody where there is an account, and by no other link", async () => {
    expect(await expected(makeFirstAdministrator(await link(), given))).toEqual(NOT_FOUND);
    await emptyDatabase();
    expect(await expected(makeFirstAdministrator("guessed", given))).toEqual(NOT_FOUND);
    expect(await db.account.count()).toBe(0);
  });
});

describe("a second factor", () => {
  let person: Person;
  let accountId: string;
  let codes: string[];
  let totp: TOTP;
  const NOW = Date.UTC(2026, 0, 15, 12, 0, 10);
  const at = (steps: number) => new Date(NOW + steps * 30_000);
  const code = (steps: number) => totp.generate({ timestamp: at(steps).getTime() });
  const token = async () => {
    const answer = await tryPassword(GOOD);
    if (answer.kind !== "second-factor") throw new Error(answer.kind);
    await db.accountToken.updateMany({ data: { expiresAt: new Date(NOW + 86_400_000) } });
    return answer.token;
  };

  beforeEach(async () => {
    accountId = await createAccount(mary, "mary@example.org", GOOD);
    const holder = await holderOfKey(await openSession(accountId));
    if (!holder) throw new Error("not signed in");
    person = holder.person;
    await inTransaction((tx) => beginSecondFactor(tx, person));
    const own = await getOwnSignIn(person);
    totp = new TOTP({ secret: Secret.fromBase32(own.enrolment?.secret.replaceAll(" ", "") ?? "") });
    expect(own.enrolment?.modules.length).toBeGreaterThan(20);
    expect(await expected(confirmSecondFactor(person, { code: "000000", keyHash: "" }, at(0)))).toMatchObject({
      kind: "invalid",
    });
    codes = await confirmSecondFactor(person, { code: code(0), keyHash: "" }, at(0));
  });

  it("is asked for after the right password only, and its secret is stored nowhere in clear", async () => {
    expect((await tryPassword("wrong password")).kind).toBe("refused");
    const stored = JSON.stringify([await db.account.findMany(), await db.recoveryCode.findMany()]);
    expect(stored).not.toContain(totp.secret.base32);
    for (const each of codes) expect(stored).not.toContain(each);
    const opened = await takeSecondFactor(await token(), code(1), at(1));
    if (opened.kind !== "signed-in") throw new Error(opened.kind);
    expect((await getOwnSignIn(person)).enrolment).toBeNull();
    expect(await db.signInSession.count({ where: { accountId, endedAt: null } })).toBe(1);
  });

  it("takes no code twice, none of long ago, and none of the enrolment again", async () => {
    const again = await token();
    expect(await takeSecondFactor(again, code(0), at(0))).toEqual({ kind: "refused" });
    expect(await takeSecondFactor(again, code(-5), at(1))).toEqual({ kind: "refused" });
    const both = await Promise.all([takeSecondFactor(again, code(2), at(2)), takeSecondFactor(again, code(2), at(2))]);
    expect(both.filter(({ kind }) => kind === "signed-in")).toHaveLength(1);
    expect(await takeSecondFactor(again, code(3), at(3))).toEqual({ kind: "over" });
    expect(await takeSecondFactor("guessed", code(4), at(4))).toEqual({ kind: "over" });
  });

  it("is stood in for by each recovery code once", async () => {
    const [first = ""] = codes;
    expect((await takeSecondFactor(await token(), ` ${first.toUpperCase()} `, at(1))).kind).toBe("signed-in");
    expect((await takeSecondFactor(await token(), first, at(1))).kind).toBe("refused");
    expect((await getOwnSignIn(person)).recoveryCodesLeft).toBe(9);
  });

  it("hears five codes in a quarter of an hour", async () => {
    const one = await token();
    for (let n = 0; n < 5; n++) expect((await takeSecondFactor(one, "000000", at(1))).kind).toBe("refused");
    expect((await takeSecondFactor(one, code(1), at(1))).kind).toBe("slowed");
  });

  it("is taken off by one more code, or by the administrator", async () => {
    expect(await failure((tx) => endSecondFactor(tx, person, { code: "111111" }, at(1)))).toMatchObject({
      kind: "invalid",
    });
    expect(await failure((tx) => endSecondFactor(tx, person, { code: code(1) }, at(1)))).toBeUndefined();
    expect((await tryPassword(GOOD)).kind).toBe("signed-in");
    expect(await actions()).toEqual(["account.set second factor", "account.end second factor"]);
  });
});
