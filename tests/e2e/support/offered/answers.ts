import type { Row } from "../database";
import type { Meetings } from "./meetings";
import {
  type Committee,
  DAYS,
  keptBy,
  type OfferedRecords,
  type Planted,
  type PlantedPage,
  standing,
  statusesOf,
} from "./records";

/** Follow-ups in every status, each somebody's to do. */
export async function plantFollowUps(records: OfferedRecords, committee: Committee, { minute }: Meetings) {
  const { id: bodyId, memberId, officerId } = committee;
  const machine = "follow-up";
  const pages: PlantedPage[] = [];
  for (const status of statusesOf(machine)) {
    const row = await records.plant("FollowUp", {
      ...{ bodyId, minuteId: minute.id, text: "Count the village halls.", raisedOn: DAYS.long, dueOn: DAYS.ahead },
      ...(status === "on_hold" && { heldFrom: "open", reviewOn: DAYS.ahead }),
      ...keptBy(committee),
      ...standing(machine, status),
    });
    await records.plant("FollowUpOwner", { followUpId: row.id, personId: officerId ?? memberId, audience: "inside" });
    const path = `/office/follow-ups/${row.id}`;
    pages.push(status === "open" ? { path } : { path, steps: { machine, row } });
  }
  return pages;
}

/** The answers that were given to a clause, by the status that it is in: what was turned down, and what leaves its reason out. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  responded: ["rejected", "accepted_amended"],
  implementing: ["accepted"],
  achieved: ["accepted"],
  not_achieved: ["accepted"],
  overtaken: ["accepted"],
};

/** A recommendation with a clause in every status, served with a notice and answered where that is so. */
export async function plantClauses(records: OfferedRecords, committee: Committee, meetings: Meetings, clerk: string) {
  const { id: bodyId } = committee;
  const machine = "recommendation clause";
  const recommendation = await records.plant("Recommendation", {
    ...{ bodyId, meetingId: meetings.held.id, minuteId: meetings.minute.id, decisionId: meetings.decision.id },
    ...{ title: "Village halls", agreedOn: DAYS.long, audience: "inside" },
  });
  const recommendationId = recommendation.id;
  const notice = await records.plant("Notice", {
    ...{ recommendationId, servedOn: DAYS.past, servedById: clerk, audience: "inside" },
  });
  const pages: PlantedPage[] = [];
  for (const status of statusesOf(machine)) {
    for (const kind of ANSWERS[status] ?? [null]) {
      const number = pages.length + 1;
      const row = await records.plant("RecommendationClause", {
        ...{ recommendationId, bodyId, number, text: "Keep them open." },
        ...{ recipientKind: "executive", recipientName: "The executive" },
        ...(status !== "agreed" && { noticeId: notice.id }),
        ...keptBy(committee),
        ...standing(machine, status),
      });
      if (kind) await plantAnswer(records, row, kind);
      const path = `/office/recommendations/${recommendationId}/${number}`;
      const hasMore = status === "notice_served" || kind === "accepted_amended";
      pages.push(hasMore ? { path } : { path, steps: { machine, row } });
    }
  }
  return pages;
}

const plantAnswer = async (records: OfferedRecords, { id: clauseId, bodyId }: Planted, kind: string): Promise<Row> =>
  await records.plant("Response", {
    ...{ clauseId, bodyId, status: "recorded", kind, wording: "It was looked at.", decidedBy: "executive" },
    audience: "inside",
  });
