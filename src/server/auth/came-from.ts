/** Where proxy.ts notes the address asked for, because neither a page nor an action is told it. */
export const ADDRESS_HEADER = "x-scrutineer-address";

/** Where everybody goes who came from nowhere in particular. */
export const OFFICE = "/office";

const ANYWHERE = "https://scrutineer.invalid";

/**
 * Where to go after signing in: the page one came from, when it is one of this site.
 * @param asked what the address or the form says; anybody may have written it
 * @returns a path that begins with a single "/", never another site's
 */
export function cameFrom(asked: unknown): string {
  if (typeof asked !== "string" || !asked.startsWith("/") || asked.length > 2000) return OFFICE;
  // Browsers read "/\", and drop tabs and line ends, so that "//elsewhere" may come in several spellings: let one parse it.
  const read = URL.parse(asked, ANYWHERE);
  if (read?.origin !== ANYWHERE || read.pathname.startsWith("//") || read.pathname === "/sign-in") return OFFICE;
  return `${read.pathname}${read.search}${read.hash}`;
}
