import type { ReportChange } from "@/domain/reports/report-changes";
import { asList } from "@/ui/roles";
import { Tag } from "@/ui/tag";
import { VisuallyHidden } from "@/ui/visually-hidden";

const KINDS = { added: "Added", removed: "Taken out", changed: "Changed", renumbered: "Another number" } as const;

/** What changed, paragraph by paragraph and word by word; whoever hears it is told what came and what went. */
export function ReportChanges({ changes, page = "" }: { changes: readonly ReportChange[]; page?: string }) {
  return (
    <ol {...asList} className="divide-y divide-line">
      {changes.map(({ key, what, anchor, kind, parts }) => (
        <li key={key} className="max-w-measure py-3">
          <p className="flex flex-wrap items-baseline gap-x-3">
            {anchor ? <a href={`${page}#${anchor}`}>{what}</a> : <b className="font-semibold">{what}</b>}
            <Tag tone="quiet">{KINDS[kind]}</Tag>
          </p>
          <p className="whitespace-pre-line">
            {parts.map((part, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the order is the text's
              <Part key={index} {...part} />
            ))}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Part({ kind, text }: ReportChange["parts"][number]) {
  if (kind === "same") return text;
  const Element = kind === "added" ? "ins" : "del";
  return (
    <Element>
      <VisuallyHidden>{kind === "added" ? " added: " : " taken out: "}</VisuallyHidden>
      {text}
      <VisuallyHidden>{kind === "added" ? " end of what was added " : " end of what was taken out "}</VisuallyHidden>
    </Element>
  );
}
