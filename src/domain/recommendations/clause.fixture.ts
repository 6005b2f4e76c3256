import { RELATED } from "@/domain/workflow/people.fixture";
import type { Clause } from "./recommendation";
import type { Response } from "./response";

/** A full answer, with nothing missing. */
export const response = (facts: Partial<Response> = {}): Response => ({
  kind: "accepted",
  wording: "That the Cabinet report on bids above £0.5 million.",
  reason: null,
  decidedBy: "executive",
  decidedOn: "2016-06-29",
  reference: "minute 83",
  changedInSubstance: false,
  undertakings: [{ text: "Report every quarter.", ownerId: "director", dueOn: "2016-12-14" }],
  ...facts,
});

/** A clause to the Cabinet with its notice received with the report on 29 June 2016, so that its last day is 28 August. */
export const clause = (facts: Partial<Clause> = {}): Clause => ({
  ...RELATED,
  status: "notice_served",
  kind: "recommendation",
  capacity: "overview_and_scrutiny",
  number: 1,
  text: "That the Cabinet report on bids above £0.5 million.",
  recipientKind: "executive",
  notice: { servedOn: "2016-06-28", reportReceivedOn: "2016-06-29", noticeReceivedOn: "2016-06-29" },
  expectedOn: null,
  response: response(),
  respondentIds: ["portfolio_holder"],
  evidence: "Quarterly reports of September and December.",
  ...facts,
});
