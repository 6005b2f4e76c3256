import { revalidatePath } from "next/cache";

/**
 * Every prerendered page is made anew at its next reading. Call it after the commit: a page rendered before would show what
 * was. Which pages a change shows on is never worked out: a page forgotten would stay stale, and rendering one is cheap.
 */
export function publicPagesChanged(): void {
  revalidatePath("/(public)", "layout");
}
