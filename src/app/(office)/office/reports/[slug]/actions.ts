"use server";

import type { ReactNode } from "react";
import { formAction } from "@/app/_lib/form-action";
import type { FormState } from "@/app/_lib/form-state";
import { typedText } from "@/app/_lib/form-values";
import { keptForm } from "@/app/_lib/kept-form";
import { LONGEST_REPORT } from "@/domain/reports/report";
import { currentPerson } from "@/server/auth/session";
import { draftPlace } from "@/server/forms/draft-place";
import { dropDraft } from "@/server/forms/drafts";
import { commentOnReport, readReport, recordClearance } from "@/server/reports/clearance";
import { proposeRestriction, signRestriction } from "@/server/reports/commands";
import { mergeTyping } from "@/server/reports/merging";
import { numberTyped } from "@/server/reports/typing";
import { fillFrontSheet, mustBeWritable, takeWordSheet, writeReport } from "@/server/reports/writing";
import { answersFrom } from "@/server/workflow/answers";
import { recordAction } from "../../../_forms/record-action";
import { recordSchema } from "../../../_forms/schema";
import { NumberedPreview } from "./numbered-preview";
import { TEXT_FORM, WORD_SHEET_FORM } from "./report-forms";

export const fillFrontSheetAction = recordAction("report/front-sheet", async (tx, actor, { id, version, answers }) => {
  await fillFrontSheet(tx, actor, { reportId: id, version, answers });
  return undefined;
});

export const takeWordSheetAction = recordAction(WORD_SHEET_FORM, async (tx, actor, { id, version, answers }) => {
  await takeWordSheet(tx, actor, { reportId: id, version, answers });
  return undefined;
});

const write = keptForm(
  (values) => draftPlace(TEXT_FORM, typedText(values, "id")),
  formAction(recordSchema, async (tx, actor, { id, version, back, typed }) => {
    const sent = { reportId: id, version, answers: answersFrom(typed) };
    if (typed.preview === "yes") {
      await mustBeWritable(tx, actor, sent);
      // What was typed is kept already: the page shows it as it will be numbered.
      return `${back}?preview=text#preview`;
    }
    if (typed.merge === "yes") {
      await mergeTyping(tx, actor, sent);
      return `${back}?preview=text&together=yes#preview`;
    }
    await writeReport(tx, actor, sent);
    await dropDraft(tx, actor.personId, draftPlace(TEXT_FORM, id));
    return back;
  }),
);

export async function writeReportAction(state: FormState, form: FormData): Promise<FormState> {
  return write(state, form);
}

/**
 * Numbers what is typed into the text of a report as the page would; nothing is kept.
 * @returns null for whoever may not write in it, and for what no field holds
 */
export async function previewTextAction(slug: unknown, markdown: unknown): Promise<ReactNode> {
  if (typeof slug !== "string" || typeof markdown !== "string" || markdown.length > LONGEST_REPORT) return null;
  const person = await currentPerson();
  const paragraphs = person && (await numberTyped(person, slug, markdown));
  return paragraphs && NumberedPreview({ paragraphs });
}

export const proposeRestrictionAction = recordAction("report/restriction", async (tx, actor, sent) => {
  await proposeRestriction(tx, actor, { reportId: sent.id, version: sent.version, answers: sent.answers });
  return undefined;
});

export const signRestrictionAction = recordAction("report/sign", async (tx, actor, { id, version, answers }) => {
  await signRestriction(tx, actor, { reportId: id, version, answers });
  return undefined;
});

export const recordClearanceAction = recordAction("report/clearance", async (tx, actor, { id, version, answers }) => {
  await recordClearance(tx, actor, { reportId: id, version, answers });
  return undefined;
});

export const commentOnReportAction = recordAction("report/comment", async (tx, actor, { id, version, answers }) => {
  await commentOnReport(tx, actor, { reportId: id, version, answers });
  return undefined;
});

export const readReportAction = recordAction("report/read", async (tx, actor, { id, version, answers }) => {
  await readReport(tx, actor, { reportId: id, version, answers });
  return undefined;
});
