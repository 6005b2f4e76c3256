"use server";

import { recordSittings } from "@/server/attendance/sittings";
import { addSession } from "@/server/meetings/sessions";
import { recordAction } from "../../../../../_forms/record-action";

export const recordSittingsAction = recordAction("table/sittings", async (tx, actor, { id, version, answers }) => {
  await recordSittings(tx, actor, { meetingId: id, version, answers });
  return undefined;
});

export const adjournAction = recordAction("table/adjourn", async (tx, actor, { id, version, answers }) => {
  await addSession(tx, actor, { meetingId: id, version, answers });
  return undefined;
});
