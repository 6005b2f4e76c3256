import { isCarriedByCommittee } from "@/domain/workflow/authority-rules";
import { defineWorkflow, type Rule } from "@/domain/workflow/workflow";
import { type Clause, RECIPIENT_KINDS } from "./recommendation";
import { responseRule } from "./response-clock";

/** Comments to a decision-maker ask for no answer under a statute. */
const isNotComment: Rule<Clause> = ({ kind }) =>
  kind === "recommendation"
    ? []
    : [
        {
          severity: "hard",
          code: "comments-take-no-notice",
          sentence:
            "Leave the notice out: these are comments to a decision-maker. Record the answer when there is one.",
          authority: "LGA 2000 s9FE",
        },
      ];

/** The clock starts from a written notice (LGA 2000 s9FE), so the notice is recorded with the day it was served. */
const hasNotice: Rule<Clause> = ({ notice }) =>
  notice
    ? []
    : [
        {
          severity: "hard",
          code: "no-notice",
          sentence: "Record the notice and the day it was served: no written notice, no statutory clock.",
          authority: "LGA 2000 s9FE",
          field: "notice",
        },
      ];

/** Notice binds the executive and the authority (s9FE), health bodies (SI 2013/218) and responsible authorities (SI 2009/942). */
const recipientOwesAnswer: Rule<Clause> = (clause) =>
  clause.kind === "comments" || responseRule(clause) !== null
    ? []
    : [
        {
          severity: "soft",
          code: "no-clock-for-recipient",
          sentence: `Ask for an answer all the same, but no statutory clock will run: the law sets none for ${RECIPIENT_KINDS[clause.recipientKind]}.`,
          authority: "LGA 2000 s9FE",
          field: "recipientKind",
        },
      ];

/** There is an answer, in its own words. What it leaves out is shown and chased, and never stops recording. */
const hasResponse: Rule<Clause> = ({ response }) =>
  response?.wording.trim()
    ? []
    : [
        {
          severity: "hard",
          code: "no-response",
          sentence: "Record the answer first, in the words it was given in.",
          authority: "LGA 2000 s9FE",
          field: "response",
        },
      ];

/** What was rejected, is for others or is unclear is not being carried out, unless somebody knows better. */
const wasAccepted: Rule<Clause> = ({ response }) =>
  response && ["accepted", "accepted_part", "accepted_amended"].includes(response.kind)
    ? []
    : [
        {
          severity: "soft",
          code: "not-accepted",
          sentence: "Ask the recipient first: the answer recorded does not accept this.",
          authority: "LGA 2000 s9FE",
          field: "response",
        },
      ];

/** Closed without implementation only what was rejected or is not for them. */
const wasTurnedDown: Rule<Clause> = ({ response }) =>
  response?.kind === "rejected" || response?.kind === "not_for_us"
    ? []
    : [
        {
          severity: "hard",
          code: "not-turned-down",
          sentence:
            "Follow it through: only what was rejected, or is not for them, is closed without being implemented.",
          authority: "the committee's settings",
          field: "response",
        },
      ];

/** The committee's, on evidence. */
const hasEvidence: Rule<Clause> = ({ evidence }) =>
  evidence?.trim()
    ? []
    : [
        {
          severity: "hard",
          code: "no-evidence",
          sentence: "Note what the committee saw: the evidence this rests on.",
          authority: "the committee's settings",
          field: "evidence",
        },
      ];

/** Never the responder's: whoever answered does not say whether the answer was made good. */
const isNotRespondent: Rule<Clause> = ({ respondentIds }, { actor }) =>
  actor.kind === "person" && respondentIds.includes(actor.personId)
    ? [
        {
          severity: "hard",
          code: "own-response",
          sentence: "Ask somebody else to record this: you wrote the response. You can add a progress note.",
          authority: "LGA 2000 s9F(2)",
        },
      ]
    : [];

const decided = {
  needs: "implementation.record-outcome",
  restsOn: ["resolution"],
} as const;
const judgement = [isCarriedByCommittee, isNotRespondent];

/**
 * What becomes of one clause, from the minute that agreed it. Due soon and overdue are computed; the text is immutable, and
 * contesting an answer makes a linked new recommendation.
 */
export const clauseWorkflow = defineWorkflow<Clause>()({
  name: "recommendation clause",
  initial: "agreed",
  statuses: {
    agreed: { label: "Agreed", audience: "public" },
    notice_served: { label: "Notice served", audience: "public" },
    responded: { label: "Answered", audience: "public" },
    implementing: { label: "Being implemented", audience: "public" },
    achieved: { label: "Achieved", audience: "public" },
    not_achieved: { label: "Not achieved", audience: "public" },
    overtaken: { label: "Overtaken", audience: "public" },
    closed: { label: "Closed", audience: "public", final: true },
  },
  transitions: {
    serveNotice: {
      label: "Record the notice served",
      from: ["agreed"],
      to: "notice_served",
      needs: "recommendation.serve-notice",
      rules: [isNotComment, hasNotice, recipientOwesAnswer],
    },
    recordResponse: {
      label: "Record the answer",
      from: ["agreed", "notice_served"],
      to: "responded",
      needs: "response.record",
      rules: [hasResponse],
    },
    startImplementing: {
      label: "Start implementing",
      from: ["responded"],
      to: "implementing",
      needs: "implementation.report-progress",
      rules: [wasAccepted],
    },
    closeTurnedDown: {
      label: "Close what was turned down",
      from: ["responded"],
      to: "closed",
      ...decided,
      rules: [...judgement, wasTurnedDown],
    },
    recordAchieved: {
      label: "Record as achieved",
      from: ["implementing"],
      to: "achieved",
      ...decided,
      rules: [...judgement, hasEvidence],
    },
    recordNotAchieved: {
      label: "Record as not achieved",
      from: ["implementing"],
      to: "not_achieved",
      ...decided,
      rules: judgement,
      asksReason: true,
    },
    recordOvertaken: {
      label: "Record as overtaken",
      from: ["implementing"],
      to: "overtaken",
      ...decided,
      rules: judgement,
      asksReason: true,
    },
    close: {
      label: "Close the clause",
      from: ["achieved", "not_achieved", "overtaken"],
      to: "closed",
      ...decided,
      rules: [...judgement, hasEvidence],
    },
  },
});
