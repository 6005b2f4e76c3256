import type { Finding, Rule, Subject } from "./workflow";

/**
 * A resolution counts only at a meeting that was held (LGA 1972 Sch 12 para 39) and quorate when the item was taken (Sch 12
 * para 6 and the council's standing orders). Of other authorities this says nothing: `restsOn` says which of them may do.
 */
export const isOfHeldQuorateMeeting: Rule<Subject> = (_subject, { authority }) => {
  if (authority?.kind !== "resolution") return [];
  return [...(authority.held ? [] : [MEETING_NOT_HELD]), ...(authority.quorate ? [] : [MEETING_NOT_QUORATE])];
};

/** A resolution carried by a held, quorate meeting, on business that was before it (LGA 1972 s100B(4)). */
export const isCarriedByCommittee: Rule<Subject> = (subject, circumstances) => {
  const { authority } = circumstances;
  if (authority?.kind !== "resolution") return [];
  const wasBeforeIt = subject.id !== undefined && authority.concerns.includes(subject.id);
  return [...isOfHeldQuorateMeeting(subject, circumstances), ...(wasBeforeIt ? [] : [NOT_BEFORE_THE_MEETING])];
};

const MEETING_NOT_HELD: Finding = {
  severity: "hard",
  code: "meeting-not-held",
  sentence: "Record the meeting as held first: only a meeting that took place can resolve anything.",
  authority: "LGA 1972 Sch 12 para 39",
  field: "authority",
};

const MEETING_NOT_QUORATE: Finding = {
  severity: "hard",
  code: "meeting-not-quorate",
  sentence: "Choose a resolution carried while the meeting was quorate, or take the item to the next meeting.",
  authority: "LGA 1972 Sch 12 para 6 and the council's standing orders",
  field: "authority",
};

const NOT_BEFORE_THE_MEETING: Finding = {
  severity: "hard",
  code: "not-before-the-meeting",
  sentence: "Choose the resolution on the item this was listed under: a meeting decides only what is before it.",
  authority: "LGA 1972 s100B(4)",
  field: "authority",
};

/**
 * Between meetings an officer decides, after consulting the chair; no councillor decides alone (LGA 1972 s101, and the
 * body's scheme of delegation).
 */
export const isAfterConsultation: Rule<Subject> = (_subject, { authority }) =>
  authority?.kind === "officer_decision" && !authority.consulted.trim()
    ? [
        {
          severity: "hard",
          code: "nobody-consulted",
          sentence: "Say who was consulted: between meetings an officer decides after consulting the chair.",
          authority: "LGA 1972 s101 and the scheme of delegation",
          field: "consulted",
        },
      ]
    : [];

/** What is before a committee is for that committee, or the body it answers to, to resolve (LGA 1972 s101, s102). */
export const isOwnCommittees: Rule<Subject> = ({ bodyId, parentBodyId }, { authority }) =>
  authority?.kind === "resolution" && authority.bodyId !== bodyId && authority.bodyId !== parentBodyId
    ? [
        {
          severity: "hard",
          code: "another-body",
          sentence:
            "Choose a resolution of the committee this is before. What another body decided does not decide it.",
          authority: "LGA 1972 s101 and s102",
          field: "authority",
        },
      ]
    : [];
