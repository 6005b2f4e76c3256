"use server";

import { formAction } from "@/app/_lib/form-action";
import type { FormState } from "@/app/_lib/form-state";
import { addAlias, addPerson, changePerson, mergePeople, removeAlias } from "@/server/people/commands";
import { aliasSchema, dropAliasSchema, mergeSchema, newPersonSchema, personSchema } from "./schema";

const pageOf = (slug: string) => `/office/settings/people/${encodeURIComponent(slug)}?saved=1` as const;

const add = formAction(newPersonSchema, async (tx, actor, facts) => pageOf(await addPerson(tx, actor, facts)));

const change = formAction(personSchema, async (tx, actor, { slug, ...facts }) => {
  await changePerson(tx, actor, facts);
  return pageOf(slug);
});

const alias = formAction(aliasSchema, async (tx, actor, { id, slug, alias: name }) => {
  await addAlias(tx, actor, { id, name });
  return pageOf(slug);
});

const dropAlias = formAction(dropAliasSchema, async (tx, actor, { id, slug, aliasId }) => {
  await removeAlias(tx, actor, { id, aliasId });
  return pageOf(slug);
});

const merge = formAction(mergeSchema, async (tx, actor, { slug, ...both }) => {
  await mergePeople(tx, actor, both);
  return pageOf(slug);
});

export async function addPersonAction(state: FormState, form: FormData): Promise<FormState> {
  return add(state, form);
}

export async function changePersonAction(state: FormState, form: FormData): Promise<FormState> {
  return change(state, form);
}

export async function addAliasAction(state: FormState, form: FormData): Promise<FormState> {
  return alias(state, form);
}

export async function removeAliasAction(state: FormState, form: FormData): Promise<FormState> {
  return dropAlias(state, form);
}

export async function mergePeopleAction(state: FormState, form: FormData): Promise<FormState> {
  return merge(state, form);
}
