import { type FormState, UNTOUCHED } from "@/app/_lib/form-state";
import { type FormValues, typedText } from "@/app/_lib/form-values";

/** Where what came of sending a form with a file is kept, among what was typed. */
export const ANSWER = "its-answer";

/** In the address: the record whose form was sent and thrown back. */
export const REFUSED = "refused";

/**
 * What came of sending a form with a file, which was answered with a page of its own.
 * @param kept what was typed, as it was kept
 * @param isAsked whether this page answers the sending; later it is only what was typed
 */
export function uploadState(kept: FormValues | undefined, isAsked: boolean): FormState {
  const answer = typedText(kept, ANSWER);
  if (!kept || !isAsked || answer === "") return UNTOUCHED;
  // Kept by the one place that writes it, for this person alone.
  return { ...JSON.parse(answer), values: kept };
}
