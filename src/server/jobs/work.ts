import type { Job, JobResult } from "pg-boss";
import { sendMail } from "@/server/mail/send";
import { scanPaper } from "@/server/papers/scan";
import { keepHouse } from "./housekeeping";
import { makeOrderedPacks } from "./make-pack";
import { publishScheduledMeeting } from "./publish-meeting";
import type { Jobs, Outcome, QueueName } from "./queues";

const WORK: { [Name in QueueName]: (data: Jobs[Name]) => Promise<Outcome> } = {
  "publish-meeting": publishScheduledMeeting,
  "send-mail": sendMail,
  "scan-paper": scanPaper,
  "make-pack": makeOrderedPacks,
  housekeeping: () => keepHouse(),
};

/** Carries out one job. pg-boss keeps what came of it with the job, and a refusal as failed at once. */
export async function carryOut<Name extends QueueName>(queue: Name, job: Job<Jobs[Name]>): Promise<JobResult> {
  const outcome = await WORK[queue](job.data);
  return "done" in outcome
    ? { id: job.id, status: "completed", output: outcome.done }
    : { id: job.id, status: "deadletter", output: { refused: outcome.refused } };
}
