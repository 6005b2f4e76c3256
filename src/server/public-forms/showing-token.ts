import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Nobody says what they have to say in less; a robot that fills in a form does. */
const QUICKEST = 3_000;
/** A form left open longer is sent once more: a token that opens for ever can be collected. */
const LONGEST = 24 * 60 * 60_000;

/** When the form was shown, and the key that makes it one sending however often it is sent. */
type Shown = { at: number; key: string };

/** What a token that came back says. The key of one that is ours but too old or too new still names the same sending. */
export type ReadToken = { kind: "good"; key: string } | { kind: "early" | "late"; key: string } | { kind: "damaged" };

/**
 * Made as the form is shown, and sent with it: without one that we have signed nothing is kept. All of it is on the page; what makes
 * it ours is the signature.
 */
export const issueToken = (now: number = Date.now()): string =>
  signed({ at: now, key: randomBytes(18).toString("base64url") });

/** For a form that is to be sent once more: it need not wait again, and it stays the one sending. */
export const renewedToken = (token: ReadToken, now: number = Date.now()): string =>
  signed({ at: now - QUICKEST, key: token.kind === "damaged" ? randomBytes(18).toString("base64url") : token.key });

/** What a token that came back says, at this moment. @throws where the site has no secret */
export function readToken(token: string, now: number = Date.now()): ReadToken {
  const [at = "", key = "", signature = "", more] = token.split(".");
  if (more !== undefined || !/^\d{1,15}$/.test(at) || !/^[\w-]{24}$/.test(key)) return { kind: "damaged" };
  const ours = Buffer.from(signatureOf(`${at}.${key}`));
  const given = Buffer.from(signature);
  if (ours.length !== given.length || !timingSafeEqual(ours, given)) return { kind: "damaged" };
  const age = now - Number(at);
  return { kind: age < QUICKEST ? "early" : age > LONGEST ? "late" : "good", key };
}

const signed = ({ at, key }: Shown): string => `${at}.${key}.${signatureOf(`${at}.${key}`)}`;

/** A key of its own, so that who learns it learns nothing of the secret. */
function signatureOf(text: string): string {
  const secret = process.env.SCRUTINEER_SECRET;
  if (!secret) throw new Error("SCRUTINEER_SECRET is not set.");
  const key = createHmac("sha256", secret).update("scrutineer forms of the public").digest();
  return createHmac("sha256", key).update(text).digest("base64url");
}
