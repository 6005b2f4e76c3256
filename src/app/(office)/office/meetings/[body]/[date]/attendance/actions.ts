"use server";

import { addAttendee, recordAttendance, removeAttendee } from "@/server/attendance/commands";
import { declareInterest, withdrawDeclaration } from "@/server/attendance/declarations";
import { recordAction } from "../../../../../_forms/record-action";

export const recordAttendanceAction = recordAction("attendance/seats", async (tx, actor, { id, version, answers }) => {
  await recordAttendance(tx, actor, { meetingId: id, version, answers });
  return undefined;
});

export const addAttendeeAction = recordAction("attendance/add", async (tx, actor, { id, version, answers }) => {
  await addAttendee(tx, actor, { meetingId: id, version, answers });
  return undefined;
});

export const removeAttendeeAction = recordAction("attendance/remove", async (tx, actor, { id, version, part }) => {
  await removeAttendee(tx, actor, { meetingId: id, version, attendanceId: part });
  return undefined;
});

export const declareInterestAction = recordAction("attendance/declare", async (tx, actor, { id, answers }) => {
  await declareInterest(tx, actor, { meetingId: id, answers });
  return undefined;
});

export const withdrawDeclarationAction = recordAction("attendance/undeclare", async (tx, actor, { id, part }) => {
  await withdrawDeclaration(tx, actor, { meetingId: id, declarationId: part });
  return undefined;
});
