"use server";

import { refresh } from "next/cache";
import * as z from "zod";
import { formAction } from "@/app/_lib/form-action";
import type { FormState } from "@/app/_lib/form-state";
import { typedText } from "@/app/_lib/form-values";
import { keptForm } from "@/app/_lib/kept-form";
import type { Person } from "@/domain/access/actor";
import { SECTION_KEYS, type SectionKey } from "@/domain/scoping/sections";
import { ExpectedError, invalid } from "@/server/errors";
import { dropDraft } from "@/server/forms/drafts";
import type { Tx } from "@/server/forms/once";
import { putForward, saveProposal } from "@/server/scoping/commands";
import { sectionAddress, sectionPlace } from "../places";
import { asSection, changesFrom, dropSchema, putForwardSchema, sectionSchema, settleSchema } from "./schema";

const save = keptForm(
  (values) => sectionPlace(typedText(values, "id"), typedText(values, "section") as SectionKey),
  formAction(sectionSchema, async (tx, actor, input) => {
    const { id, version, section, was, goTo } = input;
    await saveProposal(tx, actor, { id, version, changes: changesFrom(input), was });
    await forget(tx, actor, id, section);
    if (goTo === "forward") return `/office/scoping/${id}/check`;
    return sectionAddress(id, SECTION_KEYS.find((key) => key === goTo) ?? section);
  }),
);

export async function saveSectionAction(state: FormState, form: FormData): Promise<FormState> {
  return orBothVersions(await save(state, form));
}

const settle = formAction(settleSchema, async (tx, actor, input) => {
  const { id, version, section } = input;
  const undecided = input.fields.find((field) => input[`keep-${field}`] === undefined);
  if (undecided) throw invalid(`keep-${undecided}`, "Choose which of the two stays.");
  const mine = input.fields.filter((field) => input[`keep-${field}`] === "mine");
  const kept = sectionSchema.safeParse(asSection(input, mine));
  if (!kept.success) throw new ExpectedError({ kind: "invalid", fields: z.flattenError(kept.error).fieldErrors });
  await saveProposal(tx, actor, { id, version, changes: changesFrom(kept.data) });
  await forget(tx, actor, id, section);
  return sectionAddress(id, section);
});

export async function settleVersionsAction(state: FormState, form: FormData): Promise<FormState> {
  return orBothVersions(await settle(state, form));
}

const drop = formAction(dropSchema, async (tx, actor, { id, section }) => {
  await forget(tx, actor, id, section);
  return sectionAddress(id, section);
});

export async function dropTypedAction(state: FormState, form: FormData): Promise<FormState> {
  return drop(state, form);
}

const putItForward = formAction(putForwardSchema, async (tx, actor, { id, version, reason }) => {
  await putForward(tx, actor, { id, version, reason });
  return `/office/scoping/${id}`;
});

export async function putForwardAction(state: FormState, form: FormData): Promise<FormState> {
  return putItForward(state, form);
}

/** Whoever was overtaken is shown both versions: what they typed has been kept, and the page, made anew, holds it beside the other. */
function orBothVersions(state: FormState): FormState {
  if (state.status === "failed" && state.failure.kind === "stale") refresh();
  return state;
}

async function forget(tx: Tx, actor: Person, id: string, section: SectionKey): Promise<void> {
  await dropDraft(tx, actor.personId, sectionPlace(id, section));
}
