import pg from "pg";
import { council } from "./generated/council";
import { meetingGrid, meetings, minutes } from "./generated/meetings";
import type { Size } from "./generated/sql";
import { recommendations, workProgrammes } from "./generated/work";

/**
 * Fills a migrated, empty database with a council that has so many committees and so many years of records, on 3 October 2016.
 * Whatever the size, a committee, a meeting, a topic and a person have the same number of records each.
 *
 * The triggers that copy an audience from a whole to its parts do not run, so the rows say it themselves; the checks do.
 *
 * @param owner address of the database, as its owner
 */
export async function generateCouncil(owner: string, size: Size): Promise<void> {
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    const statements = [
      ...council(size),
      ...meetingGrid(size),
      ...meetings(size),
      ...minutes(size),
      ...workProgrammes(size),
      ...recommendations(size),
    ];
    for (const statement of statements) {
      try {
        await client.query(statement);
      } catch (error) {
        throw new Error(`Not generated: ${(error as Error).message}\n${statement}`);
      }
    }
    // As a server that has run for a while: the planner knows the tables, and where rows are all visible.
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
}
