import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { inviteAccount } from "@/server/auth/accounts";
import {
  beginOpenId,
  callbackAddress,
  type Errand,
  finishOpenId,
  linkOpenId,
  PENDING_MS,
  signInByOpenId,
  takeInvitation,
} from "@/server/auth/openid";
import { openIdSettings } from "@/server/auth/openid-settings";
import { holderOfKey } from "@/server/auth/sign-in-sessions";
import { db, inTransaction } from "@/server/db";
import { listOutbox } from "@/server/mail/queries";
import { emptyDatabase } from "../support/database";
import { openIdentityProvider } from "../support/identity-provider";
import { createAccount, createPerson, setClock } from "../support/people";
import { signedIn } from "../support/settings";

let provider: Awaited<ReturnType<typeof openIdentityProvider>>;
let mary: string;
const settings = () => ({
  issuer: provider.issuer,
  clientId: "scrutineer",
  clientSecret: "a secret of the client",
  label: "Dorset",
});
const OFFICE: Errand = { from: "/office" };

beforeAll(async () => {
  provider = await openIdentityProvider(callbackAddress());
});
afterAll(() => provider.close());

beforeEach(async () => {
  await emptyDatabase();
  await setClock();
  mary = await createPerson("Mary Kahn");
});

async function through(subject: string, errand: Errand = OFFICE) {
  const { address, kept } = await beginOpenId(settings(), errand);
  return { search: await provider.walk(address, subject), kept, address };
}
async function identityOf(subject: string) {
  const { search, kept } = await through(subject);
  const found = await finishOpenId(settings(), search, kept);
  if (!found) throw new Error("not confirmed");
  return found.identity;
}

describe("the council's own sign-in", () => {
  it("is begun with PKCE, state and nonce, and names the person by issuer and subject", async () => {
    const { address, search, kept } = await through("subject-1", { from: "/office/topics" });
    const asked = new URL(address).searchParams;
    expect(asked.get("code_challenge_method")).toBe("S256");
    for (const name of ["code_challenge", "state", "nonce"]) expect(asked.get(name)?.length).toBeGreaterThan(20);
    expect(await finishOpenId(settings(), search, kept)).toEqual({
      identity: { issuer: provider.issuer, subject: "subject-1" },
      errand: { from: "/office/topics" },
    });
  });

  it("does not come back to another browser, twice, changed, or late", async () => {
    const one = await through("subject-1");
    const other = await through("subject-1");
    expect(await finishOpenId(settings(), one.search, other.kept)).toBeNull();
    expect(await finishOpenId(settings(), one.search.replace(/state=[^&]+/, "state=x"), one.kept)).toBeNull();
    expect(await finishOpenId(settings(), "?error=access_denied", one.kept)).toBeNull();
    expect(await finishOpenId(settings(), one.search, "forged")).toBeNull();
    expect(await finishOpenId(settings(), one.search, one.kept, Date.now() + PENDING_MS + 1000)).toBeNull();
    expect(await finishOpenId(settings(), other.search, other.kept)).not.toBeNull();
    expect(await finishOpenId(settings(), other.search, other.kept)).toBeNull();
  });

  it("opens the account that is linked, and never one by its e-mail address", async () => {
    const id = await createAccount(mary, "mary@example.org", "a password of hers");
    const identity = await identityOf("subject-1");
    expect(await signInByOpenId(identity)).toBeNull();
    expect(await linkOpenId(id, identity)).toBe(true);
    const key = await signInByOpenId(identity);
    expect((await holderOfKey(key ?? ""))?.person.personId).toBe(mary);
    expect(await signInByOpenId({ ...identity, issuer: "https://elsewhere.example.org" })).toBeNull();
    await db.account.update({ where: { id }, data: { disabledAt: new Date() } });
    expect(await signInByOpenId(identity)).toBeNull();
    expect((await db.auditEntry.findMany()).map(({ action }) => action)).toEqual(["account.link openid"]);
  });

  it("is linked to one account", async () => {
    const hers = await createAccount(mary, "mary@example.org");
    const other = await createAccount(await createPerson("David Walsh"), "david@example.org");
    const identity = await identityOf("subject-1");
    expect(await linkOpenId(hers, identity)).toBe(true);
    expect(await linkOpenId(other, identity)).toBe(false);
    expect(await db.account.count({ where: { oidcSubject: "subject-1" } })).toBe(1);
  });

  it("takes up an invitation, once", async () => {
    const administrator = await signedIn("System Administrator", "administrator");
    await inTransaction((tx) => inviteAccount(tx, administrator, { personId: mary, email: "mary@example.org" }));
    const token = (await listOutbox(administrator)).mails[0]?.text?.match(/key=([\w-]+)/)?.[1] ?? "";
    const identity = await identityOf("subject-2");
    expect((await holderOfKey((await takeInvitation(token, identity)) ?? ""))?.person.personId).toBe(mary);
    expect(await takeInvitation(token, identity)).toBeNull();
    expect(await takeInvitation("guessed", identity)).toBeNull();
  });
});

it("is set by the environment, whole or not at all", () => {
  const all = {
    SCRUTINEER_OIDC_ISSUER: "https://login.example.org",
    SCRUTINEER_OIDC_CLIENT_ID: "a",
    SCRUTINEER_OIDC_CLIENT_SECRET: "b",
  };
  expect(openIdSettings(all as never)).toMatchObject({
    issuer: "https://login.example.org",
    label: "your council account",
  });
  expect(openIdSettings({ ...all, SCRUTINEER_OIDC_CLIENT_SECRET: "" } as never)).toBeNull();
});
