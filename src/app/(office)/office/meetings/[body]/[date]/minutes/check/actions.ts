"use server";

import { askToCheck, remarkOnMinute } from "@/server/minutes/checking";
import { recordAction } from "../../../../../../_forms/record-action";

export const askToCheckAction = recordAction("minutes/ask-to-check", async (tx, actor, { id, part, answers }) => {
  await askToCheck(tx, actor, { minutesId: id, minuteId: part, answers });
  return undefined;
});

export const remarkAction = recordAction("minutes/remark", async (tx, actor, { id, part, answers }) => {
  await remarkOnMinute(tx, actor, { minutesId: id, minuteId: part, answers });
  return undefined;
});
