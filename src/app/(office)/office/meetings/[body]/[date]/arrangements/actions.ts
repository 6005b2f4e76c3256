"use server";

import { editArrangements } from "@/server/meetings/arrangements";
import { recordAction } from "../../../../../_forms/record-action";

/** Saves when and where, and leads to the meeting: its address follows its day. */
export const editArrangementsAction = recordAction("meeting/arrangements", async (tx, actor, sent) => {
  const { id, version, back, answers } = sent;
  const slug = await editArrangements(tx, actor, { meetingId: id, version, answers });
  return `/${back.split("/").slice(1, -1).join("/")}/${slug}`;
});
