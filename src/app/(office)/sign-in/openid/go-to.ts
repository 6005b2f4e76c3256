/** Holds what was begun until the browser comes back. */
export const OPENID_COOKIE = "scrutineer.openid";

/** Sends the browser there by GET, and lets nobody keep the answer. */
export const goTo = (address: string): Response =>
  new Response(null, { status: 303, headers: { location: address, "cache-control": "private, no-store" } });
