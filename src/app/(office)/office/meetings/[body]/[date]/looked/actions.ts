"use server";

import { readScope } from "@/domain/access/read-scope";
import { keepLook } from "@/server/meetings/looks";
import { getMeeting } from "@/server/meetings/queries";
import { recordAction } from "../../../../../_forms/record-action";

/** Whoever looked says so: what was marked is seen. What changed meanwhile stays marked. */
export const lookedAction = recordAction("meeting/looked", async (tx, actor, { answers }) => {
  const address = { body: answers.text("body"), meeting: answers.text("meeting") };
  const meeting = await getMeeting(readScope(actor), address, actor.day, tx);
  await keepLook(tx, actor, meeting, { shown: answers.text("shown"), settled: true });
  return undefined;
});
