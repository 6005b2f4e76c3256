"use server";

import { recordSittings } from "@/server/attendance/sittings";
import { recordAction } from "../../../../../_forms/record-action";

export const recordSittingsAction = recordAction("table/sittings", async (tx, actor, { id, version, answers }) => {
  await recordSittings(tx, actor, { meetingId: id, version, answers });
  return undefined;
});
