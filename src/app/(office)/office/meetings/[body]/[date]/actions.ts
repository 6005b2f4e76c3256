"use server";

import { makePacksAgain } from "@/server/packs/commands";
import { recordAction } from "../../../../_forms/record-action";

/** Has the packs of the meeting made once more. */
export const makePacksAction = recordAction("meeting/packs", async (tx, actor, { id, answers }) => {
  await makePacksAgain(tx, actor, {
    meetingId: id,
    rightHand: answers.oneOf("begins", ["anywhere", "right"]) === "right",
  });
  return undefined;
});
