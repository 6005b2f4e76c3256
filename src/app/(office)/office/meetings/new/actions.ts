"use server";

import { createMeeting } from "@/server/meetings/arrangements";
import { recordAction } from "../../../_forms/record-action";

/** Makes a meeting of the body and leads to its agenda. */
export const createMeetingAction = recordAction("meeting/new", async (tx, actor, { id, answers }) => {
  const { body, slug } = await createMeeting(tx, actor, { bodyId: id, answers });
  return `/office/meetings/${body}/${slug}/agenda`;
});
