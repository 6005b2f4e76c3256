/**
 * A name as part of an address: "Children's Services" is "childrens-services".
 * @param otherwise what stands there where the name has no letter and no digit
 * @param longest in characters
 * @returns small letters, digits and single hyphens
 */
export function slugOf(name: string, otherwise = "record", longest = 80): string {
  const plain = name.normalize("NFKD").replace(/[\u0300-\u036f'’]/g, "");
  const slug = plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return slug.slice(0, longest).replace(/-$/, "") || otherwise;
}

/** The slug, or the first of slug-2, slug-3 … that is not taken. */
export function freeSlug(name: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(name);
  for (let n = 1; ; n++) {
    const tried = n === 1 ? slug : `${slug}-${n}`;
    if (!taken.has(tried)) return tried;
  }
}
