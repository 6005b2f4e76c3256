"use server";

import { clauseActs } from "@/server/recommendations/acts";
import { recordAction } from "../../../../_forms/record-action";

const act = (name: string) =>
  recordAction(`recommendation clause/${name}`, async (tx, actor, { id, version, answers }) => {
    await clauseActs.record(tx, actor, { id, version, name, answers });
    return undefined;
  });

export const receiptAction = act("receipt");
export const expectAction = act("expect");
export const draftAction = act("draft");
export const completeAction = act("complete");
export const furtherAction = act("further");
export const noteAction = act("note");
export const compareAction = act("compare");
export const priorityAction = act("priority");
