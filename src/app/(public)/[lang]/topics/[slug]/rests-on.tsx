import { formatDate } from "@/domain/calendar/plain-date";
import type { Ground } from "@/server/audit/ground";

/** On what authority something was decided, as a sentence; of a resolution that is not published yet, that it will be. */
export function RestsOn({ ground, rests = ground !== null }: { ground: Ground | null; rests?: boolean | undefined }) {
  if (ground) return <p className="text-ink-2">{sentence(ground)}.</p>;
  return rests ? <p className="text-ink-2">The minute that decided it is not published yet.</p> : null;
}

function sentence({ kind, statement, body, decidedOn, minute }: Ground): string {
  const on = decidedOn ? ` of ${formatDate(decidedOn)}` : "";
  switch (kind) {
    case "resolution":
      return minute
        ? `By resolution of ${formatDate(minute.on)}${minute.number === null ? "" : `, minute ${minute.number}`}`
        : `By resolution${on}`;
    case "officer_decision":
      return `By an officer’s decision${on}, after consulting ${statement}`;
    case "statutory_consent":
      return `By consent under ${statement}`;
    case "other_body":
      return [`By decision of ${body ?? "another body"}${on}`, statement.replace(/\.$/, "")].filter(Boolean).join(": ");
    case "import":
      return `As found: ${statement}`;
  }
}
