import { londonDate, londonTime } from "@/domain/calendar/london-time";
import { formatMarginDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import type { RecordedStep } from "@/server/audit/history";
import { History } from "@/ui/history";
import { OfficeSection } from "@/ui/page";
import { groundWords } from "./ground-words";

/** The foot of an office record: what happened to it, newest first, as far as that is open to the reader. */
export function RecordHistory({
  lines,
  verbs = {},
  fields = {},
}: {
  lines: readonly RecordedStep[];
  /** What was done that is no step, after a name: { suggest: "suggested it" }. */
  verbs?: Readonly<Record<string, string>>;
  /** Fields by their words: { title: "the title" }. */
  fields?: Readonly<Record<string, string>>;
}) {
  return (
    <OfficeSection id="history" title="History">
      {lines.length === 0 ? (
        <p>Nothing is recorded yet.</p>
      ) : (
        <History
          entries={lines.map((line) => ({
            key: line.id,
            dateTime: line.happenedOn,
            when: formatMarginDate(line.happenedOn, "shown"),
            what: (
              <>
                {line.by} {deed(line, verbs, fields)}
                {line.reason ? <> Reason: “{line.reason}”</> : null}{" "}
                <span className="text-ink-2">Recorded {recordedAt(line.recordedAt)}.</span>
              </>
            ),
            more: line.warnings.length > 0 ? <Warned sentences={line.warnings} /> : null,
            authority: line.ground ? groundWords(line.ground) : undefined,
          }))}
        />
      )}
    </OfficeSection>
  );
}

function deed(
  { verb, step, to, fields }: RecordedStep,
  verbs: Readonly<Record<string, string>>,
  words: Readonly<Record<string, string>>,
): string {
  if (verbs[verb]) return `${verbs[verb]}.`;
  if (verb === "import") return "loaded it as it was found.";
  if (step) return `took the step “${step}”${to ? `: ${to.toLowerCase()}` : ""}.`;
  return `changed ${fields.map((field) => words[field] ?? field).join(", ") || "it"}.`;
}

function Warned({ sentences }: { sentences: readonly string[] }) {
  return (
    <details>
      <summary className="linklike inline-block">
        {sentences.length === 1 ? "One warning stood" : `${sentences.length} warnings stood`}
      </summary>
      <ul className="dots">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}

const recordedAt = (at: Date): string => `${formatMarginDate(londonDate(at), "shown")}, ${formatTime(londonTime(at))}`;
