/** Holds what was begun until the browser comes back. */
export const OPENID_COOKIE = "scrutineer.openid";

export const goTo = (address: string): Response =>
  new Response(null, { status: 303, headers: { location: address, "cache-control": "private, no-store" } });
