import type { QueueOptions, QueuePolicy } from "pg-boss";

/** Every kind of job, with what it is told. Keep to ids: what they stand for is read again when the job runs. */
export type Jobs = {
  "publish-meeting": { scheduledId: string };
  "send-mail": { mailId: string };
  "scan-paper": { fileId: string };
  "make-pack": { packId: string };
  housekeeping: null;
};

export type QueueName = keyof Jobs;

/** What came of a job: done, or refused in words, which trying again would not change. What is thrown is tried again. */
export type Outcome = { done: Readonly<Record<string, string | number>> } | { refused: string };

const DAY = 86_400;
/** A running job says twice in this time that it is alive. */
const heartbeatSeconds = 20;

/**
 * How each is tried again and how long it is kept. "exclusive" is one job a key, waiting or running, so that enqueuing what is
 * already on its way does nothing. A job whose server was killed is taken up again once nobody has said for so long that it is
 * alive, however much time it had.
 */
export const QUEUES = {
  "publish-meeting": {
    policy: "exclusive",
    retryLimit: 20,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 300,
    expireInSeconds: 60,
    heartbeatSeconds,
    // A server that was away for weeks still publishes when it comes back.
    retentionSeconds: 366 * DAY,
    deleteAfterSeconds: 90 * DAY,
  },
  "send-mail": {
    policy: "exclusive",
    retryLimit: 20,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 3600,
    expireInSeconds: 120,
    heartbeatSeconds,
    retentionSeconds: 7 * DAY,
    deleteAfterSeconds: 30 * DAY,
  },
  "scan-paper": {
    policy: "exclusive",
    retryLimit: 20,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 300,
    expireInSeconds: 300,
    heartbeatSeconds,
    retentionSeconds: 7 * DAY,
    deleteAfterSeconds: 7 * DAY,
  },
  "make-pack": {
    policy: "exclusive",
    retryLimit: 5,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 300,
    // Two packs, one after the other, of which each may take half of it.
    expireInSeconds: 320,
    heartbeatSeconds,
    retentionSeconds: 7 * DAY,
    deleteAfterSeconds: 7 * DAY,
  },
  housekeeping: {
    policy: "exclusive",
    retryLimit: 3,
    retryDelay: 60,
    retryBackoff: true,
    expireInSeconds: 600,
    heartbeatSeconds,
    deleteAfterSeconds: 30 * DAY,
  },
} as const satisfies Record<QueueName, QueueOptions & { policy: QueuePolicy }>;

/** The PostgreSQL schema that pg-boss works in, made by a migration. */
export const JOBS_SCHEMA = "pgboss";
