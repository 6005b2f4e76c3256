"use server";

import { formAction } from "@/app/_lib/form-action";
import type { FormState } from "@/app/_lib/form-state";
import { requirePerson } from "@/server/auth/session";
import { expectedFailure } from "@/server/errors";
import { importPeople, type Preview, previewImport } from "@/server/people/import";
import { importSchema } from "./schema";

const carryOut = formAction(importSchema, async (tx, actor, file) => {
  await importPeople(tx, actor, file);
  return "/office/settings/import?saved=1";
});

export async function importAction(state: FormState, form: FormData): Promise<FormState> {
  return carryOut(state, form);
}

/** The file, and what it would do; or why it cannot be read. */
export type Looked = { text: string; preview: Preview | null; problem: string | null };

const MOST = 1_000_000;

export async function previewAction(_state: Looked, form: FormData): Promise<Looked> {
  const person = await requirePerson();
  const file = form.get("file");
  const pasted = form.get("text");
  const given = file instanceof File && file.size > 0 && file.size <= MOST ? await file.text() : pasted;
  // A browser sends line ends of a field as two characters; the file is confirmed as it was looked through.
  const text = typeof given === "string" ? given.replaceAll("\0", "").replace(/\r\n?/g, "\n") : "";
  if (!text.trim()) return { text, preview: null, problem: "Choose a file, or paste its lines." };
  if (text.length > MOST) return { text: "", preview: null, problem: "Give a smaller file: this one is over 1 MB." };
  try {
    return { text, preview: await previewImport(person, text), problem: null };
  } catch (error) {
    const failure = expectedFailure(error);
    if (failure?.kind === "invalid")
      return { text, preview: null, problem: Object.values(failure.fields).flat().join(" ") };
    if (failure) return { text, preview: null, problem: "There is nothing here for you to change." };
    throw error;
  }
}
