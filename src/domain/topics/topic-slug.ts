import { slugOf } from "@/domain/wording/slug";

/** Words that stand where the name of a topic stands in an address, and lead elsewhere. */
const TAKEN_BY_PAGES: readonly string[] = ["new", "page", "suggest"];

const LONGEST = 60;

/**
 * The names a topic may have in its address, the best first: its title, then its title with a number.
 * @param title as somebody wrote it, in whatever script
 */
export function* topicSlugs(title: string): Generator<string, never> {
  const base = slugOf(title, "topic", LONGEST);
  if (!TAKEN_BY_PAGES.includes(base)) yield base;
  for (let number = 2; ; number++) yield `${base}-${number}`;
}
