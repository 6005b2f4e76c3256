"use server";

import { amendMinutes } from "@/server/minutes/amendments";
import { addDecision, editDecision, removeDecision } from "@/server/minutes/decisions";
import { addMinute, editMinute, moveMinute, removeMinute } from "@/server/minutes/minute-items";
import { startMinutes } from "@/server/minutes/start";
import { recordAction } from "../../../../../../_forms/record-action";

export const startMinutesAction = recordAction("minutes/start", async (tx, actor, { id }) => {
  await startMinutes(tx, actor, { meetingId: id });
  return undefined;
});

export const addMinuteAction = recordAction("minutes/add", async (tx, actor, { id, answers }) => {
  await addMinute(tx, actor, { minutesId: id, answers });
  return undefined;
});

export const editMinuteAction = recordAction("minutes/minute", async (tx, actor, { id, part, version, answers }) => {
  await editMinute(tx, actor, { minutesId: id, minuteId: part, version, answers });
  return undefined;
});

export const moveMinuteAction = recordAction("minutes/move", async (tx, actor, { id, part, version, answers }) => {
  const direction = answers.oneOf("direction", ["up", "down"]) ?? "down";
  await moveMinute(tx, actor, { minutesId: id, minuteId: part, version, direction });
  return undefined;
});

export const removeMinuteAction = recordAction("minutes/remove", async (tx, actor, { id, part, version }) => {
  await removeMinute(tx, actor, { minutesId: id, minuteId: part, version });
  return undefined;
});

export const addDecisionAction = recordAction("minutes/decide", async (tx, actor, { id, part, answers }) => {
  await addDecision(tx, actor, { minutesId: id, minuteId: part, answers });
  return undefined;
});

export const editDecisionAction = recordAction(
  "minutes/decision",
  async (tx, actor, { id, part, version, answers }) => {
    await editDecision(tx, actor, { minutesId: id, decisionId: part, version, answers });
    return undefined;
  },
);

export const removeDecisionAction = recordAction("minutes/undecide", async (tx, actor, { id, part, version }) => {
  await removeDecision(tx, actor, { minutesId: id, decisionId: part, version });
  return undefined;
});

export const amendMinutesAction = recordAction("minutes/amend", async (tx, actor, { id, version, answers }) => {
  await amendMinutes(tx, actor, { minutesId: id, version, answers });
  return undefined;
});
