"use server";

import { addSession } from "@/server/meetings/sessions";
import { recordAction } from "../../../../../_forms/record-action";

/** Records that the meeting was adjourned, and when and where it goes on. */
export const addSessionAction = recordAction("meeting/session", async (tx, actor, { id, version, answers }) => {
  await addSession(tx, actor, { meetingId: id, version, answers });
  return undefined;
});
