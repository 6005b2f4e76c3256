"use server";

import { signPaperRestriction } from "@/server/papers/restrictions";
import { recordAction } from "../../../../../../_forms/record-action";

export const signPaperAction = recordAction("paper/sign", async (tx, actor, { id, version }) => {
  await signPaperRestriction(tx, actor, { paperId: id, version });
  return undefined;
});
