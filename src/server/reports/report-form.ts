import type { FrontSheet, FrontSheetAnswer, FrontSheetField, FrontSheetTemplate } from "@/domain/reports/front-sheet";
import { invalid } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";
import type { StepField } from "@/server/workflow/step-field";

/** The name of the field for this one of the front sheet. */
export const sheetField = (key: string): string => `sheet-${key}`;

/** The front sheet by its body's template. What is left empty is blank, which is not “None”. */
export const sheetFields = (template: FrontSheetTemplate, sheet: FrontSheet): StepField[] =>
  template.map((field): StepField => {
    const told = { name: sheetField(field.key), label: field.label };
    const answer = [sheet[field.key] ?? ""].flat().join("\n");
    if (field.kind === "choice")
      return {
        ...told,
        kind: "one",
        none: "Not given",
        options: (field.choices ?? []).map((value) => ({ value, label: value })),
        value: answer || null,
      };
    return { ...told, kind: "prose", hint: hintFor(field), value: answer };
  });

function hintFor({ kind, need, noneIsAnswer }: FrontSheetField): string {
  const said = [
    kind === "list" ? "One a line." : "",
    need === "required" ? "Needed before the report is signed off." : "",
    noneIsAnswer ? "Write “None” if there is none: empty is not an answer." : "",
  ].filter((part) => part !== "");
  return said.join(" ");
}

/** What the fields say; a key that is not there is blank. @throws ExpectedError invalid */
export function sheetIn(answers: Answers, template: FrontSheetTemplate): FrontSheet {
  const sheet: Record<string, FrontSheetAnswer> = {};
  for (const field of template) {
    const name = sheetField(field.key);
    if (field.kind === "choice") {
      const chosen = answers.oneOf(name, field.choices ?? []);
      if (chosen) sheet[field.key] = chosen;
      continue;
    }
    const typed = answers.text(name);
    if (!typed) continue;
    sheet[field.key] =
      field.kind === "list"
        ? typed
            .split("\n")
            .map((line) => line.trim())
            .filter(Boolean)
        : typed;
  }
  return sheet;
}

/** The title and the text, in Markdown. */
export const textFields = (title: string, markdown: string): StepField[] => [
  { kind: "line", name: "title", label: "Title", value: title },
  {
    kind: "prose",
    name: "markdown",
    label: "Text",
    hint: "“## ” begins a section, “### ” a heading above a paragraph, an empty line a paragraph, “(a) ” a part of it. They are numbered by themselves, unless a number stands before them: “2.13 The bid”",
    rows: 24,
    value: markdown,
  },
];

/** @throws ExpectedError invalid */
export function titleIn(answers: Answers): string {
  const title = answers.text("title");
  if (!title) throw invalid("title", "Say what the report is called.");
  return title;
}
