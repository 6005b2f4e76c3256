import type { TestProject } from "vitest/node";
import { generateClient } from "../../scripts/generate.mjs";
import { migrate } from "../../scripts/migrations.mjs";
import { startTemporaryCluster } from "../../scripts/temporary-cluster.mjs";

type Cluster = Awaited<ReturnType<typeof startTemporaryCluster>>;

declare module "vitest" {
  interface ProvidedContext {
    /** The server of this run; its database "scrutineer" is migrated, empty, and copied for each test file. */
    postgres: Pick<Cluster, "addresses" | "superuser">;
  }
}

/** Brings up a PostgreSQL of its own for this run, never the developer's, and takes it away afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await generateClient();
  const { addresses, superuser, stop } = await startTemporaryCluster();
  try {
    await migrate(addresses.owner);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide("postgres", { addresses, superuser });
  return stop;
}
