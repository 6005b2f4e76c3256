"use server";

import { formAction } from "@/app/_lib/form-action";
import { moveItem } from "@/server/programme/commands";
import type { Place } from "@/server/programme/place";
import { dayIn } from "../../../_forms/when-schema";
import { ELSEWHERE_KINDS, moveSchema } from "./schema";

/** Moves an item, and goes back to where it was moved from, to the item in its new place. */
export const moveItemAction = formAction(moveSchema, async (tx, actor, typed) => {
  const { id, version, body, to, back, reason, consulted, decisionId } = typed;
  await moveItem(tx, actor, {
    id,
    version,
    to: placeIn(to, dayIn(typed, "on") ?? ""),
    reason,
    grounds: { decisionId, consulted },
  });
  const desk = `/office/programme/${body}` as const;
  return back === "item" ? `${desk}/items/${id}?done=moved` : `${desk}?moved=${id}#item-${id}`;
});

function placeIn(to: string, on: string): Place {
  if (to === "none") return { kind: "none" };
  const elsewhere = ELSEWHERE_KINDS.find((kind) => kind === to);
  return elsewhere ? { kind: elsewhere, on } : { kind: "meeting", meetingId: to };
}
