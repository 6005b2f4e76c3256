import * as openid from "openid-client";
import * as z from "zod";
import { recordAudit } from "@/server/audit/record";
import { db, inTransaction, type Tx } from "@/server/db";
import { todayIn } from "@/server/forms/change";
import { siteAddress, spendToken } from "./links";
import type { OpenIdSettings } from "./openid-settings";
import { seal, unseal } from "./sealed";
import { openSession } from "./sign-in-sessions";

/** Where the council's sign-in sends people back to; it has to be named there as well. */
export const callbackAddress = () => siteAddress("/sign-in/openid/callback");

/** What it is for: to sign in, to link the account that is signed in, or to take up an invitation. */
const errand = z.object({
  from: z.string(),
  linkTo: z.string().optional(),
  invitation: z.string().optional(),
});
export type Errand = z.output<typeof errand>;

const pending = z.object({ verifier: z.string(), state: z.string(), nonce: z.string(), until: z.number(), errand });

export const PENDING_MS = 10 * 60_000;

/**
 * Begins at the council's sign-in, by authorisation code with PKCE.
 * @returns the address to go to, and what to keep in the browser until it comes back, sealed
 * @throws where the issuer cannot be reached
 */
export async function beginOpenId(settings: OpenIdSettings, errand: Errand, now = Date.now()) {
  const config = await discovered(settings);
  const verifier = openid.randomPKCECodeVerifier();
  const [state, nonce] = [openid.randomState(), openid.randomNonce()];
  const address = openid.buildAuthorizationUrl(config, {
    redirect_uri: callbackAddress(),
    scope: "openid",
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    state,
    nonce,
  });
  const kept = seal("openid", JSON.stringify({ verifier, state, nonce, until: now + PENDING_MS, errand }));
  return { address: address.href, kept };
}

export type Identity = { issuer: string; subject: string };

/**
 * Who came back. Code, state, nonce, signature, issuer and audience are the library's to check.
 * @param search of the address they came back to
 * @param kept what beginOpenId() gave the browser to keep
 * @returns null for what was not begun in this browser, is too old, or was not confirmed by the issuer
 */
export async function finishOpenId(
  settings: OpenIdSettings,
  search: string,
  kept: string,
  now = Date.now(),
): Promise<{ identity: Identity; errand: Errand } | null> {
  const begun = pending.safeParse(jsonIn(unseal("openid", kept)));
  if (!begun.success || begun.data.until < now) return null;
  const { verifier, state, nonce, errand } = begun.data;
  try {
    const tokens = await openid.authorizationCodeGrant(
      await discovered(settings),
      new URL(`${callbackAddress()}${search}`),
      {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      },
    );
    const claims = tokens.claims();
    return claims ? { identity: { issuer: claims.iss, subject: claims.sub }, errand } : null;
  } catch (error) {
    if (isAnswerRefused(error)) return null;
    throw error;
  }
}

/** What somebody else sent, or the issuer said: no fault of ours. */
const isAnswerRefused = (error: unknown) =>
  error instanceof openid.ClientError ||
  error instanceof openid.AuthorizationResponseError ||
  error instanceof openid.ResponseBodyError;

/**
 * Opens a session for the account that is linked to this identity; its e-mail address is never looked at.
 * @returns its key; null where no account is, or it is disabled
 */
export async function signInByOpenId({ issuer, subject }: Identity): Promise<string | null> {
  const account = await db.account.findFirst({
    where: { oidcIssuer: issuer, oidcSubject: subject, disabledAt: null },
    select: { id: true },
  });
  return account && (await openSession(account.id));
}

/** Links an account that is signed in. @returns false where another account is linked to this identity, or it is gone */
export const linkOpenId = (accountId: string, identity: Identity): Promise<boolean> =>
  inTransaction((tx) => link(tx, accountId, identity));

/**
 * Takes up an invitation with the council's sign-in: links the account that was invited.
 * @returns the key of a session; null for an invitation that opens nothing, or an identity that is another's
 */
export async function takeInvitation(token: string, identity: Identity): Promise<string | null> {
  const accountId = await inTransaction(async (tx) => {
    const invited = await spendToken(tx, ["invitation"], token);
    if (!invited?.account) return null;
    return (await link(tx, invited.account.id, identity)) ? invited.account.id : null;
  });
  return accountId && (await openSession(accountId));
}

async function link(tx: Tx, accountId: string, { issuer, subject }: Identity): Promise<boolean> {
  const other = await tx.account.findFirst({ where: { oidcIssuer: issuer, oidcSubject: subject } });
  if (other) return other.id === accountId && other.disabledAt === null;
  const { count } = await tx.account.updateMany({
    where: { id: accountId, disabledAt: null },
    data: { oidcIssuer: issuer, oidcSubject: subject, version: { increment: 1 } },
  });
  if (count === 0) return false;
  const { personId } = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
  await recordAudit(tx, {
    actor: { kind: "link_holder", linkId: "openid", subjectId: accountId },
    action: "account.link openid",
    subject: { kind: "account", id: accountId },
    happenedOn: await todayIn(tx),
    after: { personId, issuer },
  });
  return true;
}

const configurations = new Map<string, Promise<openid.Configuration>>();

/** What the issuer says of itself, asked for once; asked again after it could not be reached. */
function discovered({ issuer, clientId, clientSecret }: OpenIdSettings): Promise<openid.Configuration> {
  const key = `${issuer} ${clientId}`;
  const known = configurations.get(key);
  if (known) return known;
  const server = new URL(issuer);
  const asked = openid.discovery(server, clientId, clientSecret, undefined, {
    // Only a provider on this same machine is asked without encryption: that of a test.
    ...(["localhost", "127.0.0.1"].includes(server.hostname) && { execute: [openid.allowInsecureRequests] }),
  });
  configurations.set(key, asked);
  asked.catch(() => configurations.delete(key));
  return asked;
}

function jsonIn(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}
