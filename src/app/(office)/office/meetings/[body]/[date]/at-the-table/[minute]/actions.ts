"use server";

import { recordMovement, removeMovement } from "@/server/attendance/movements";
import { excludePublic } from "@/server/minutes/exclusion";
import { askForMore, recordOutcome } from "@/server/minutes/outcome";
import { takeItem } from "@/server/minutes/taking";
import { recordAction } from "../../../../../../_forms/record-action";

export const decideAction = recordAction("table/decide", async (tx, actor, { id, part, answers }) => {
  await recordOutcome(tx, actor, { minutesId: id, minuteId: part, answers });
  return undefined;
});

export const askForAction = recordAction("table/follow-up", async (tx, actor, { id, part, answers }) => {
  await askForMore(tx, actor, { minutesId: id, minuteId: part, answers });
  return undefined;
});

export const moveAction = recordAction("table/movement", async (tx, actor, { id, part, answers }) => {
  await recordMovement(tx, actor, { meetingId: id, minuteId: part, answers });
  return undefined;
});

export const unmoveAction = recordAction("table/unmove", async (tx, actor, { id, part }) => {
  await removeMovement(tx, actor, { meetingId: id, movementId: part });
  return undefined;
});

export const takeItemAction = recordAction("table/take", async (tx, actor, { id, part, version, answers }) => {
  await takeItem(tx, actor, { minutesId: id, minuteId: part, version, answers });
  return undefined;
});

export const excludePublicAction = recordAction("table/exclude", async (tx, actor, { id, part, version, answers }) => {
  await excludePublic(tx, actor, { minutesId: id, minuteId: part, version, answers });
  return undefined;
});
