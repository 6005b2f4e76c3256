"use server";

import { removePaper } from "@/server/papers/agenda-uploads";
import { recordAction } from "../../../../../../_forms/record-action";

export const removePaperAction = recordAction("agenda/remove-paper", async (tx, actor, { id, part, version }) => {
  await removePaper(tx, actor, { meetingId: id, paperId: part, version });
  return undefined;
});
