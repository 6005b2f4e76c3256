import { PgBoss } from "pg-boss";
import { inTransaction } from "@/server/db";
import { log } from "@/server/log";
import { enqueueWaitingMail } from "@/server/mail/post";
import { enqueueWantedPacks } from "@/server/packs/request";
import { enqueueWaitingScans } from "@/server/papers/scan";
import { enqueueDuePublications } from "./due-publications";
import { JOBS_SCHEMA, QUEUES, type QueueName } from "./queues";
import { carryOut } from "./work";

/** In seconds. */
const SUPERVISING = 20;

export type RunningJobs = {
  boss: PgBoss;
  /** Takes no more jobs, lets the running ones finish, and ends. */
  stop: () => Promise<void>;
};

/**
 * Starts carrying out jobs, those that came due while nobody was running first.
 * @param options how often to look, in seconds: for new jobs, and for publications that fell due by the business clock
 * @throws where the database cannot be reached, or was migrated for another pg-boss
 */
export async function startJobs({ polling = 2, sweeping = 30 } = {}): Promise<RunningJobs> {
  const boss = new PgBoss({
    connectionString: process.env.DATABASE_URL ?? "",
    application_name: "scrutineer jobs",
    schema: JOBS_SCHEMA,
    max: 3,
    // The login that serves may not make or change tables: migrations do, and nothing is rebuilt behind their back.
    migrate: false,
    createSchema: false,
    reindex: false,
    // How soon a job that a kill cut off is missed.
    superviseIntervalSeconds: SUPERVISING,
    monitorIntervalSeconds: SUPERVISING,
  });
  boss.on("error", (error) => log.error({ jobs: error.message }));
  boss.on("warning", ({ message }) => log.warn({ jobs: message }));
  await boss.start();
  try {
    const queues = Object.keys(QUEUES) as QueueName[];
    for (const queue of queues) {
      const { policy, ...options } = QUEUES[queue];
      await boss.createQueue(queue, { policy, ...options });
      await boss.updateQueue(queue, options);
    }
    await boss.schedule("housekeeping", "15 3 * * *", null, { tz: "Europe/London" });
    // Before anything is carried out: a sweep beside a running job would put the same job in once more, for nothing.
    await sweep();
    await inTransaction((tx) => enqueueWaitingMail(tx));
    for (const queue of queues) {
      await boss.work(queue, { pollingIntervalSeconds: polling, perJobResults: true }, (jobs) =>
        Promise.all(jobs.map((job) => carryOut(queue, job as Parameters<typeof carryOut>[1]))),
      );
    }
  } catch (error) {
    await boss.stop({ graceful: false });
    throw error;
  }
  const timer = setInterval(() => {
    sweep().catch((error: Error) => log.error({ jobs: error.message }));
  }, sweeping * 1000);
  timer.unref();
  return {
    boss,
    stop: async () => {
      clearInterval(timer);
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}

const sweep = () =>
  inTransaction(async (tx) => {
    await enqueueDuePublications(tx);
    await enqueueWaitingScans(tx);
    await enqueueWantedPacks(tx);
  });

const kept = globalThis as typeof globalThis & { scrutineerJobs?: true };

/**
 * Carries out jobs for as long as this process lives, once a process. A database that is not there yet is tried again, so
 * that the site can answer meanwhile.
 */
export function runJobs(): void {
  if (kept.scrutineerJobs) return;
  kept.scrutineerJobs = true;

  let running: RunningJobs | undefined;
  let isEnding = false;
  const begin = async () => {
    try {
      running = await startJobs();
      if (isEnding) await running.stop();
    } catch (error) {
      if (isEnding) return;
      log.error({ jobs: (error as Error).message }, "Jobs are not started; trying again in ten seconds.");
      setTimeout(begin, 10_000).unref();
    }
  };
  const end = () => {
    isEnding = true;
    running?.stop().catch((error: Error) => log.error({ jobs: error.message }));
  };
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  void begin();
}
