import { isRecast, type Response, type ResponseGap, responseGaps } from "./response";

/** What an answer comes to, for whoever reads it beside what was asked. */
export type Answer = "accepted" | "reworded" | "changed" | "in_part" | "rejected" | "not_for_them" | "unclear";

export const ANSWERS: Readonly<Record<Answer, string>> = {
  accepted: "Accepted",
  reworded: "Accepted, reworded",
  changed: "Accepted, changed in substance",
  in_part: "Accepted in part",
  rejected: "Rejected",
  not_for_them: "Not for them",
  unclear: "Unclear",
};

/**
 * How the answer stands to the clause: other words alone change nothing, and whether they mean something else a person has said.
 * Goes in: the clause's words and the answer. Comes out: what it comes to.
 */
export function answerTo(
  asked: string,
  { kind, wording, changedInSubstance }: Pick<Response, "kind" | "wording" | "changedInSubstance">,
): Answer {
  switch (kind) {
    case "rejected":
      return "rejected";
    case "not_for_us":
      return "not_for_them";
    case "unclear":
      return "unclear";
    case "accepted_part":
      return "in_part";
    case "accepted":
    case "accepted_amended":
      if (changedInSubstance) return "changed";
      return isRecast(asked, wording) ? "reworded" : "accepted";
  }
}

/**
 * What the public is shown to be missing from an answer. Where the meeting that decided is on record, that is where the decision
 * can be found.
 */
export const gapsShown = (response: Response, isAtMeeting: boolean): readonly ResponseGap[] =>
  responseGaps(response).filter(({ code }) => code !== "no-reference" || !isAtMeeting);
