"use server";

import { followUpActs } from "@/server/follow-ups/acts";
import { recordAction } from "../../../_forms/record-action";

const act = (name: string) =>
  recordAction(`follow-up/${name}`, async (tx, actor, { id, version, answers }) => {
    await followUpActs.record(tx, actor, { id, version, name, answers });
    return undefined;
  });

export const noteAction = act("note");
export const escalateAction = act("escalate");
export const reassignAction = act("reassign");
