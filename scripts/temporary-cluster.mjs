// @ts-check
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "./database.mjs";
import { clusterFolder, startEmbedded } from "./embedded-database.mjs";
import { hasDeadHolder, takeLock } from "./lock.mjs";
import { removeCluster } from "./postgres.mjs";

const PREFIX = "scrutineer-postgres-";

/**
 * Starts a PostgreSQL of its own in a folder of its own, gone when it is stopped; for tests and for working out migrations.
 *
 * @returns {Promise<Awaited<ReturnType<typeof startEmbedded>>>} with an empty database and the logins of a real one
 */
export async function startTemporaryCluster() {
  await removeAbandoned();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  try {
    await takeLock(folder, "test");
    const cluster = await startEmbedded(folder, { durable: false });
    const client = await connect(cluster.superuser, "the temporary database");
    // Emptying tables between tests passes by the triggers that forbid it.
    await client.query("GRANT SET ON PARAMETER session_replication_role TO scrutineer_owner");
    await client.end();
    return {
      ...cluster,
      stop: async () => {
        await removeCluster(clusterFolder(folder));
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Ends and removes the clusters of processes that were killed before they could. */
async function removeAbandoned() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    if (!hasDeadHolder(folder)) continue;
    await removeCluster(clusterFolder(folder));
    rmSync(folder, { recursive: true, force: true });
  }
}
