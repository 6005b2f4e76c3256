import { fromPrisma, PgBoss } from "pg-boss";
import type { Tx } from "@/server/db";
import { JOBS_SCHEMA, type Jobs, QUEUES, type QueueName } from "./queues";

type When = {
  /** Not before this instant of real time; at once when left out. */
  startAfter?: Date;
  /** One job at a time has the key; another with it is not put in. */
  key?: string;
};

/**
 * Puts a job in as part of a change: it is carried out after the commit, and never when the change is undone. Works in any
 * process, also one in which no jobs run.
 */
export async function enqueue<Name extends QueueName>(
  tx: Tx,
  queue: Name,
  data: Jobs[Name],
  { startAfter, key }: When = {},
): Promise<void> {
  // In this same transaction, because a second connection could be waited for by all who hold one. It makes a queue once.
  await tx.$queryRawUnsafe(
    `SELECT ${JOBS_SCHEMA}.create_queue($1, $2::jsonb)::text`,
    queue,
    JSON.stringify(QUEUES[queue]),
  );
  const boss = new PgBoss({
    db: fromPrisma(tx),
    schema: JOBS_SCHEMA,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  await boss.send(queue, data, { ...(startAfter && { startAfter }), ...(key && { singletonKey: key }) });
}
