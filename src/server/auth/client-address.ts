/**
 * The address a request came from, by which failed sign-ins are slowed. A proxy in front of us adds it to what the client
 * sent, so only the last one is to be believed; without a proxy it is Next that notes it, unless the client wrote one itself:
 * the limit by e-mail counts without it.
 */
export function addressOf(headers: Headers): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}

/** Whether the request came over https, by what Next or the proxy in front of us noted. */
export const isHttps = (headers: Headers): boolean =>
  headers.get("x-forwarded-proto")?.split(",").at(-1)?.trim() === "https";
