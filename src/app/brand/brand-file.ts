/**
 * A file of the council's brand. Under its own version it never changes; a page kept open since before a change gets what is
 * there now, and asks again. A drawing that somebody uploaded runs nothing.
 */
export function brandFile(body: string, type: string, isCurrentVersion: boolean): Response {
  return new Response(body, {
    headers: {
      "Content-Type": type,
      "Cache-Control": isCurrentVersion ? "public, max-age=31536000, immutable" : "no-cache",
      "Content-Security-Policy": "default-src 'none'; sandbox",
    },
  });
}
