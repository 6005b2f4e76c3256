"use server";

import type { FormState } from "@/app/_lib/form-state";
import { proposeGroup } from "@/server/review-groups/commands";
import { groupValues } from "@/server/review-groups/form";
import { recordAction } from "../../../_forms/record-action";
import { groupAddress, NEW_GROUP } from "../group-places";

const propose = recordAction(NEW_GROUP, async (tx, actor, { id, answers }) =>
  groupAddress(await proposeGroup(tx, actor, { parentId: id, values: groupValues(answers) })),
);

export async function proposeGroupAction(state: FormState, form: FormData): Promise<FormState> {
  return propose(state, form);
}
