import { formatDate } from "@/domain/calendar/plain-date";
import type { Ground } from "@/server/audit/ground";

/** What a step rests on, in words. */
export function groundWords({ kind, statement, body, decidedOn, minute }: Ground): string {
  switch (kind) {
    case "resolution":
      return minute
        ? `resolution of ${formatDate(minute.on)}${minute.number === null ? "" : `, minute ${minute.number}`}`
        : "a resolution";
    case "officer_decision":
      return `an officer’s decision, after consulting ${statement}`;
    case "statutory_consent":
      return `consent under ${statement}`;
    case "other_body":
      return `${body ?? "another body"}${decidedOn ? `, ${formatDate(decidedOn)}` : ""}${statement ? `, ${statement}` : ""}`;
    case "import":
      return `what was loaded, ${statement}`;
  }
}
