"use server";

import { issueDecisionSheet } from "@/server/decision-sheets/commands";
import { recordAction } from "../../../../../_forms/record-action";

export const issueDecisionSheetAction = recordAction("decision-sheet/issue", async (tx, actor, { id }) => {
  await issueDecisionSheet(tx, actor, { meetingId: id });
  return undefined;
});
