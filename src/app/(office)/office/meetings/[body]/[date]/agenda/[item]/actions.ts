"use server";

import { holdPaperBack, removePaper } from "@/server/papers/agenda-uploads";
import { recordAction } from "../../../../../../_forms/record-action";

export const removePaperAction = recordAction("agenda/remove-paper", async (tx, actor, { id, part, version }) => {
  await removePaper(tx, actor, { meetingId: id, paperId: part, version });
  return undefined;
});

export const holdPaperAction = recordAction("agenda/hold-paper", async (tx, actor, { id, part, version, answers }) => {
  const heldBack = answers.oneOf("hold", ["back", "no"]) === "back";
  await holdPaperBack(tx, actor, { meetingId: id, paperId: part, version, heldBack });
  return undefined;
});
