import { type BrowserContext, type BrowserContextOptions, test as base, type Page } from "@playwright/test";
import { stateOf, type Who } from "./people";

/** Opens a page of somebody who is signed in, in a browser of their own; of the public for null. */
export type As = (who: Who | null, options?: BrowserContextOptions) => Promise<Page>;

export const test = base.extend<{ as: As }>({
  as: async ({ browser }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (who, options = {}) => {
      const context = await browser.newContext({ ...options, ...(who && { storageState: stateOf(who) }) });
      opened.push(context);
      return await context.newPage();
    });
    await Promise.all(opened.map((context) => context.close()));
  },
});

export { expect } from "@playwright/test";
