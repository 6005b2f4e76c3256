import type { CheckFinding } from "@/domain/reports/checked-report";
import { inTwo } from "../../../_lib/finding-words";

/** A finding of the check as the page shows it, also when it comes back from the server while somebody types. */
export type ShownCheck = {
  key: string;
  severity: "hard" | "soft";
  what: string;
  why: string;
  /** Where it stands, in words; and the paragraph's anchor, or the field's key. */
  at: { words: string; anchor: string | null; field: string | null } | null;
};

export const shownCheck = (findings: readonly CheckFinding[]): ShownCheck[] =>
  findings.map(({ severity, code, sentence, at }, index) => ({
    key: `${code} ${index}`,
    severity,
    ...inTwo(sentence),
    at: at && {
      words: at.words,
      anchor: at.kind === "paragraph" ? at.anchor : null,
      field: at.kind === "field" ? at.key : null,
    },
  }));
