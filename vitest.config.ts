import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// As far from London as zones go, so that a date that depends on the machine's zone is found out.
process.env.TZ = "Pacific/Auckland";

/** Unit tests stand beside the code they test; integration tests get a real PostgreSQL of their own. */
export default defineConfig({
  resolve: { alias: { "@": here("./src"), "server-only": here("./tests/support/empty.ts") } },
  test: {
    // One for each of two cores: by itself vitest leaves one free for whoever watches.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "unit", include: ["src/**/*.test.ts", "scripts/**/*.test.ts"] } },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/global-setup.ts"],
          setupFiles: ["tests/support/database.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // The commands themselves, as a person runs them, each on a folder and a port of its own.
        extends: true,
        test: {
          name: "start",
          include: ["tests/start/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
