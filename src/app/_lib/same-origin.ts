/**
 * Whether a request was sent by one of our own pages. Server actions are checked by the framework; a route handler that changes
 * something asks here, because a browser sends its cookies whoever made it ask.
 * @param headers of the request
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return origin !== null && host !== null && URL.parse(origin)?.host === host;
}
