import { createHmac, timingSafeEqual } from "node:crypto";

/** The header a job proves itself with when it says that public pages changed. */
export const KEY_HEADER = "x-scrutineer-key";

const PATH = "/internal/public-pages-changed";

/** A key of its own, so that who learns it learns nothing of the secret; none without a secret. */
function key(): string | null {
  const secret = process.env.SCRUTINEER_SECRET;
  return secret ? createHmac("sha256", secret).update("scrutineer public pages changed").digest("hex") : null;
}

/** Compared in the same time whatever is wrong with it. */
export function isOurKey(given: string | null): boolean {
  const ours = key();
  if (ours === null || given === null) return false;
  const [a, b] = [Buffer.from(ours), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Whether the request was sent on this machine and passed on by nobody. Both can be pretended by who reaches the port itself:
 * the key is what counts.
 */
export function isFromHere(headers: Headers): boolean {
  const host = URL.parse(`http://${headers.get("host") ?? ""}`)?.hostname ?? "";
  const passedOnFor = (headers.get("x-forwarded-for") ?? "").split(",").map((address) => address.trim());
  return isLoopback(host) && passedOnFor.every((address) => address === "" || isLoopback(address));
}

const isLoopback = (address: string) =>
  /^(127\.\d+\.\d+\.\d+|\[?::1\]?|::ffff:127\.\d+\.\d+\.\d+|localhost)$/.test(address);

/**
 * For jobs, which run outside a request, where Next cannot be told: says over loopback that public pages changed.
 * @param port where the site is served
 * @throws where nobody answers, or with anything but "done", so that the job is tried again
 */
export async function announcePublicPagesChanged(port = process.env.PORT ?? "3000"): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}${PATH}`, {
    method: "POST",
    headers: { [KEY_HEADER]: key() ?? "" },
    signal: AbortSignal.timeout(10_000),
  });
  if (response.status !== 204)
    throw new Error(`The public pages were not renewed: ${PATH} answered ${response.status}.`);
}
