import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";

/** What is sealed for one purpose opens for no other. */
export type Purpose = "mail" | "second factor" | "openid";

/**
 * Seals a text, so that whoever reads the database or a cookie reads nothing.
 * @returns letters, digits, "-", "_" and "."
 * @throws Error when nobody set a secret
 */
export function seal(purpose: Purpose, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [nonce, sealed, cipher.getAuthTag()].map((part) => part.toString("base64url")).join(".");
}

/** @returns null for what was changed since, sealed with another secret, or for another purpose */
export function unseal(purpose: Purpose, sealed: string): string | null {
  const [nonce, text, tag] = sealed.split(".").map((part) => Buffer.from(part, "base64url"));
  if (!nonce || !text || tag?.length !== 16 || nonce.length !== 12) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), nonce);
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

/** A key for one purpose: knowing it tells nothing of the secret, or of the other keys. */
function keyFor(purpose: Purpose): Buffer {
  const secret = process.env.SCRUTINEER_SECRET;
  if (!secret) throw new Error("SCRUTINEER_SECRET is not set.");
  return createHmac("sha256", secret).update(`scrutineer ${purpose}`).digest();
}
