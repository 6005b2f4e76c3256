"use server";

import { changeIdentity, editQuestion, enterQuestion, moveQuestion } from "@/server/questions/commands";
import { recordAction } from "../../../../../_forms/record-action";

export const enterQuestionAction = recordAction("question/enter", async (tx, actor, { id, answers }) => {
  await enterQuestion(tx, actor, { meetingId: id, answers });
  return undefined;
});

export const editQuestionAction = recordAction("question/edit", async (tx, actor, { id, version, answers }) => {
  await editQuestion(tx, actor, { id, version, answers });
  return undefined;
});

export const changeIdentityAction = recordAction("question/identity", async (tx, actor, { id, version, answers }) => {
  await changeIdentity(tx, actor, { id, version, answers });
  return undefined;
});

export const moveQuestionAction = recordAction("question/move", async (tx, actor, { id, version, answers }) => {
  const direction = answers.oneOf("direction", ["up", "down"]) ?? "down";
  await moveQuestion(tx, actor, { id, version, direction });
  return undefined;
});
