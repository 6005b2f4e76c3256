import type { Finding } from "@/domain/workflow/workflow";
import type { Finding as ShownFinding } from "@/ui/findings";

/** A sentence says what to do or what is the case first, and then why: the first is printed bold. */
export function inTwo(sentence: string): { what: string; why: string } {
  const end = sentence.search(/[.;:] /);
  return end === -1
    ? { what: sentence, why: "" }
    : { what: `${sentence.slice(0, end)}.`, why: capital(sentence.slice(end + 2)) };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What a rule found, as a page shows it beside the thing. */
export function shownFinding({ severity, code, sentence, authority }: Finding): ShownFinding {
  const { what, why } = inTwo(sentence);
  return severity === "hard"
    ? { key: `${code} ${sentence}`, severity, what, rule: `Stops it. ${capital(authority)}.` }
    : { key: `${code} ${sentence}`, severity, what, why };
}
