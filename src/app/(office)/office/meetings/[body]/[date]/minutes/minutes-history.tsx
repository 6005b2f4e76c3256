import type { Person } from "@/domain/access/actor";
import { type Readable, readScope } from "@/domain/access/read-scope";
import type { MinutesStatus } from "@/domain/minutes/minutes";
import { minutesWorkflow } from "@/domain/minutes/minutes-workflow";
import { listHistory } from "@/server/audit/history";
import { MINUTE_WORDS } from "@/server/minutes/minute-form";
import { RecordHistory } from "../../../../../_lib/record-history";

const VERBS = {
  start: "began the minutes",
  addMinute: "added a minute",
  moveMinute: "moved a minute",
  removeMinute: "took a minute out",
  askToCheck: "asked somebody to check a minute",
  remark: "remarked on a minute",
  takeItem: "said how an item was taken",
  excludePublic: "recorded the exclusion of the public",
  addDecision: "recorded a decision",
  editDecision: "changed a decision",
  removeDecision: "took a decision out",
  amend: "recorded a correction",
};

/** What was done to the minutes. */
export async function MinutesHistory({
  person,
  minutes,
}: {
  person: Person;
  minutes: Readable & { id: string; status: MinutesStatus };
}) {
  const lines = await listHistory(readScope(person), minutesWorkflow, minutes);
  return <RecordHistory lines={lines} verbs={VERBS} fields={MINUTE_WORDS} />;
}
