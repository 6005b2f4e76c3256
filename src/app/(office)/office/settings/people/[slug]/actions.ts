"use server";

import { formAction } from "@/app/_lib/form-action";
import type { FormState } from "@/app/_lib/form-state";
import { changeAccount, inviteAccount } from "@/server/auth/accounts";
import { addPost, endPost } from "@/server/people/posts";
import { endSchema } from "../../end-schema";
import { inviteSchema } from "../schema";
import { accountSchema, postSchema } from "./schema";

const pageOf = (slug: string) => `/office/settings/people/${encodeURIComponent(slug)}?saved=1` as const;

const add = formAction(postSchema, async (tx, actor, { slug, post }) => {
  await addPost(tx, actor, post);
  return pageOf(slug);
});

const end = formAction(endSchema, async (tx, actor, { back, ...post }) => {
  await endPost(tx, actor, post);
  return `${back}?saved=1`;
});

const invite = formAction(inviteSchema, async (tx, actor, { id, slug, email }) => {
  await inviteAccount(tx, actor, { personId: id, email });
  return pageOf(slug);
});

const account = formAction(accountSchema, async (tx, actor, { slug, ...change }) => {
  await changeAccount(tx, actor, change);
  return pageOf(slug);
});

export async function addPostAction(state: FormState, form: FormData): Promise<FormState> {
  return add(state, form);
}

export async function endPostAction(state: FormState, form: FormData): Promise<FormState> {
  return end(state, form);
}

export async function inviteAction(state: FormState, form: FormData): Promise<FormState> {
  return invite(state, form);
}

export async function changeAccountAction(state: FormState, form: FormData): Promise<FormState> {
  return account(state, form);
}
