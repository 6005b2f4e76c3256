"use server";

import type { FormState } from "@/app/_lib/form-state";
import { editGroup, extendGroup, seatMembers } from "@/server/review-groups/commands";
import { groupValues } from "@/server/review-groups/form";
import { recordAction } from "../../../_forms/record-action";
import { EDIT_GROUP, EXTEND_GROUP, SEAT_GROUP } from "../group-places";

const edit = recordAction(EDIT_GROUP, async (tx, actor, { id, version, answers }) => {
  await editGroup(tx, actor, { id, version, values: groupValues(answers) });
  return undefined;
});

export async function editGroupAction(state: FormState, form: FormData): Promise<FormState> {
  return edit(state, form);
}

const seat = recordAction(SEAT_GROUP, async (tx, actor, { id, version, answers }) => {
  await seatMembers(tx, actor, { id, version, memberIds: answers.ids("memberIds"), chairId: answers.id("chairId") });
  return undefined;
});

export async function seatMembersAction(state: FormState, form: FormData): Promise<FormState> {
  return seat(state, form);
}

const extend = recordAction(EXTEND_GROUP, async (tx, actor, { id, version, answers }) => {
  const [until, decisionId, reason] = [answers.date("until"), answers.id("decisionId"), answers.text("reason")];
  await extendGroup(tx, actor, { id, version, until, decisionId, reason });
  return undefined;
});

export async function extendGroupAction(state: FormState, form: FormData): Promise<FormState> {
  return extend(state, form);
}
