import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/**
 * The browser's tests. `npm test e2e` starts a site of their own with the demonstration council and says where everything is; by
 * hand they run against any site that may be filled with the tests' records, given the same variables:
 * E2E_BASE_URL, SCRUTINEER_STATE and DATABASE_OWNER_URL, and E2E_CHROMIUM where Chromium is not where Debian puts it.
 */
const baseURL = process.env.E2E_BASE_URL;
const program = process.env.E2E_CHROMIUM ?? "/usr/bin/chromium";

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/support/requires-site.ts",
  outputDir: "test-results/e2e",
  forbidOnly: true,
  workers: 2,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    ...(baseURL && { baseURL }),
    locale: "en-GB",
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    // What failed says where and what stood on the page; whoever wants to look at it step by step adds --trace=on, which takes long.
    trace: "off",
    launchOptions: {
      ...(existsSync(program) && { executablePath: program }),
      // As root, in a container, Chromium has no sandbox; and it asks nothing of the network but what the tests ask.
      args: ["--no-sandbox", "--disable-background-networking"],
    },
  },
  projects: [
    { name: "preparation", testMatch: ["**/canaries.setup.ts", "**/sign-in.setup.ts"] },
    { name: "exploration", testMatch: "**/exploration.setup.ts", dependencies: ["preparation"] },
    { name: "site", testMatch: "**/*.spec.ts", testIgnore: "**/journey.spec.ts", dependencies: ["exploration"] },
    // It moves the clock, and so comes when nobody else looks at it.
    { name: "journey", testMatch: "**/journey.spec.ts", dependencies: ["site"] },
  ],
});
