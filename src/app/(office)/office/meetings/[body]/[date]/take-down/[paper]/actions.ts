"use server";

import { formAction } from "@/app/_lib/form-action";
import type { FormState } from "@/app/_lib/form-state";
import { takeDownPaper } from "@/server/papers/commands";
import { officeMeeting } from "../../../../meeting-places";
import { takeDownSchema } from "./schema";

const takeDown = formAction(takeDownSchema, async (tx, actor, { paperId, version, reason, body, meeting }) => {
  await takeDownPaper(tx, actor, { paperId, version, reason });
  return officeMeeting({ slug: body }, { slug: meeting });
});

export async function takeDownAction(state: FormState, form: FormData): Promise<FormState> {
  return takeDown(state, form);
}
