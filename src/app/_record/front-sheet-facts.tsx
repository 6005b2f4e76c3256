import {
  DORSET_FRONT_SHEET,
  type FrontSheet,
  type FrontSheetField,
  type FrontSheetTemplate,
  isBlank,
  printed,
} from "@/domain/reports/front-sheet";
import { type Targets, withLinks } from "@/domain/reports/references";
import { Gap } from "@/ui/gap";
import { Markdown } from "@/ui/markdown";

/**
 * The front sheet by the body's template, field by field: blank is not "None", and says so.
 * @param targets where references to the report's paragraphs lead to; without them they are words
 */
export function FrontSheetFacts({
  template,
  sheet,
  targets,
}: {
  template: unknown;
  sheet: unknown;
  targets?: Targets | undefined;
}) {
  const fields = Array.isArray(template) ? (template as FrontSheetTemplate) : DORSET_FRONT_SHEET;
  const answers = (typeof sheet === "object" && sheet !== null ? sheet : {}) as FrontSheet;
  return fields.map((field) => (
    <section key={field.key} className="mt-5 max-w-measure" id={`front-${field.key}`}>
      <h3 className="text-base font-semibold">{field.label}</h3>
      <Answer field={field} answer={answers[field.key]} targets={targets} />
    </section>
  ));
}

function Answer({
  field,
  answer,
  targets,
}: {
  field: FrontSheetField;
  answer: FrontSheet[string] | undefined;
  targets: Targets | undefined;
}) {
  if (isBlank(field, answer)) return field.need === "optional" ? <p>Not given</p> : <Gap>Not given</Gap>;
  const words = printed(field, answer);
  if (field.kind === "choice") return <p>{words}</p>;
  if (field.kind === "list" && words.includes("\n")) {
    return (
      <div className="prose">
        <Markdown level={4}>
          {words
            .split("\n")
            .map((entry) => `- ${entry}`)
            .join("\n")}
        </Markdown>
      </div>
    );
  }
  return (
    <div className="prose">
      <Markdown level={4}>{(targets ? withLinks(words, targets) : words).replaceAll("\n", "  \n")}</Markdown>
    </div>
  );
}
