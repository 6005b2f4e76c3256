import { expect, test } from "vitest";
import { db } from "@/server/db";

/**
 * A page goes from a record to its parts, and a trigger from a whole to its parts. Without an index each such step reads a table
 * from end to end, which nobody notices until there are twenty years of records.
 */
test("every reference from one table to another begins an index", async () => {
  const without = await db.$queryRaw`
    SELECT c.conrelid::regclass::text || ' (' || a.attname || ')' AS reference
    FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1] AND i.indpred IS NULL)`;
  expect(without).toEqual([]);
});
