"use server";

import { addFollowUp } from "@/server/follow-ups/commands";
import { recordAction } from "../../../_forms/record-action";

/** Enters a follow-up of the body whose key is sent, and shows it. */
export const addFollowUpAction = recordAction("follow-up/new", async (tx, actor, { id, answers }) => {
  return `/office/follow-ups/${await addFollowUp(tx, actor, id, answers)}`;
});
