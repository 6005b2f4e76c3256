import { rolesOf } from "@/domain/access/role";
import { awaitsSignature } from "@/domain/papers/paper";
import { restrictionGaps } from "@/domain/papers/restriction-findings";
import { defineWorkflow, type Finding, type Rule } from "@/domain/workflow/workflow";
import { frontSheetFindings } from "./front-sheet";
import { CLEARANCE_STEPS, type ClearanceStep, type Report } from "./report";
import { checkWarnings } from "./report-check";

/** The front sheet's required fields, and LGA 1972 s100D for background papers: the one thing hard at sign-off. */
const hasFilledFrontSheet: Rule<Report> = ({ rules, frontSheet }) => frontSheetFindings(rules.template, frontSheet);

const isNotCallover = (step: ClearanceStep) => step !== "callover";

/** The steps the body's settings ask for before a report is signed off; a director who signs it off clears it with that. */
const isClearedBefore: Rule<Report> = (report, { actor }) => {
  const isDirector = rolesOf(actor, report).has("director");
  return outstanding(report, (step) => isNotCallover(step) && !(isDirector && step === "director"));
};

/** Callover, where the body's settings ask for it, is the chair's look at what was signed off. */
const hasBeenCalledOver: Rule<Report> = (report) => outstanding(report, (step) => !isNotCallover(step));

const outstanding = ({ rules, clearances }: Report, which: (step: ClearanceStep) => boolean): Finding[] =>
  rules.steps
    .filter((step) => which(step) && !clearances.some((each) => each.step === step && each.outcome === "cleared"))
    .map((step) => ({
      severity: "soft",
      code: "clearance-outstanding",
      sentence: `Wait for ${CLEARANCE_STEPS[step]}: this has not been cleared there yet.`,
      authority: "the committee's settings",
      field: step,
    }));

/** Four eyes, where the body's settings ask for them: the author's own signature is recorded with its reason. */
const isNotOwnWork: Rule<Report> = ({ rules, authorIds }, { actor }) =>
  rules.fourEyes && actor.kind === "person" && authorIds.includes(actor.personId)
    ? [
        {
          severity: "soft",
          code: "own-work",
          sentence: "Ask somebody else to sign this off: you wrote it.",
          authority: "the committee's settings",
        },
      ]
    : [];

/** Anybody may inspect background papers, so a restricted one does not belong in their list: LGA 1972 s100D(4). */
const listsNothingRestricted: Rule<Report> = ({ restrictedBackgroundPapers }) =>
  restrictedBackgroundPapers.map((title) => ({
    severity: "soft",
    code: "restricted-background-paper",
    sentence: `Take “${title}” off the list of background papers: it is restricted, and the list is open to inspection.`,
    authority: "LGA 1972 s100D(4)",
    field: "background_papers",
  }));

/** What the check finds in its words, recommendations, references and dates. */
const agreesWithItself: Rule<Report> = ({ checked }) => (checked ? checkWarnings(checked) : []);

/** What is wrong with a proposed restriction is told while there is time to mend it; it is judged when the proper officer signs. */
const isRestrictedRightly: Rule<Report> = (report) =>
  restrictionGaps(report).map((finding) => ({ ...finding, severity: "soft" }));

/** Only the proper officer keeps a report from the public (LGA 1972 s100B(2)): until signed, it is withheld. */
const isSignedIfRestricted: Rule<Report> = (report) =>
  awaitsSignature(report)
    ? [
        {
          severity: "hard",
          code: "restriction-unsigned",
          sentence: "Have the proper officer sign the restriction, or take it away.",
          authority: "LGA 1972 s100B(2)",
          field: "restriction",
        },
      ]
    : [];

/** The same, told while there is still time. */
const willBeSignedIfRestricted: Rule<Report> = (report, circumstances) =>
  isSignedIfRestricted(report, circumstances).map((finding) => ({ ...finding, severity: "soft" }));

/** A report is considered by a meeting that took place. */
const wasBeforeMeeting: Rule<Report> = ({ consideredOn }) =>
  consideredOn
    ? []
    : [
        {
          severity: "soft",
          code: "not-before-a-held-meeting",
          sentence: "Put it on the agenda of a meeting and record that meeting as held: none has taken this report.",
          authority: "LGA 1972 s100B(4)",
        },
      ];

/** Nothing published is deleted: what takes a report's place is linked from it. */
const hasReplacement: Rule<Report> = ({ replacedById }) =>
  replacedById
    ? []
    : [
        {
          severity: "hard",
          code: "no-replacement",
          sentence: "Choose the report that takes its place. Without one, withdraw it instead.",
          authority: "LGA 1972 s100C(1)",
          field: "replacedById",
        },
      ];

/** From its commission to the meeting that takes it; what comes from outside is received and only cleared. */
export const reportWorkflow = defineWorkflow<Report>()({
  name: "report",
  initial: "commissioned",
  alsoStartsAt: ["received"],
  statuses: {
    commissioned: { label: "Commissioned", audience: "keepers" },
    draft: { label: "Draft", audience: "keepers" },
    in_clearance: { label: "In clearance", audience: "keepers" },
    signed_off: { label: "Signed off", audience: "chair" },
    received: { label: "Received", audience: "keepers" },
    cleared: { label: "Cleared", audience: "chair" },
    published: { label: "Published", audience: "public" },
    considered: { label: "Considered", audience: "public", final: true },
    replaced: { label: "Replaced", audience: "public", final: true },
    withdrawn: {
      label: "Withdrawn",
      audience: "keepers",
      unless: { holds: ({ publishedOn }) => publishedOn !== null, words: "once it was published", audience: "public" },
      final: true,
    },
  },
  transitions: {
    startDraft: {
      label: "Start the draft",
      from: ["commissioned"],
      to: "draft",
      needs: "report.edit",
    },
    sendForClearance: {
      label: "Send for clearance",
      from: ["draft"],
      to: "in_clearance",
      needs: "report.edit",
    },
    signOff: {
      label: "Sign off the report",
      from: ["in_clearance"],
      to: "signed_off",
      needs: "report.sign-off",
      rules: [
        hasFilledFrontSheet,
        isClearedBefore,
        isNotOwnWork,
        listsNothingRestricted,
        isRestrictedRightly,
        agreesWithItself,
      ],
    },
    returnToAuthor: {
      label: "Return to the author",
      from: ["in_clearance", "signed_off"],
      to: "draft",
      // Of whoever looks at it before it goes up, one is enough.
      needs: "report.record-clearance",
      asksReason: true,
    },
    clear: {
      label: "Clear for publication",
      from: ["signed_off", "received"],
      to: "cleared",
      needs: "report.clear",
      rules: [hasBeenCalledOver, willBeSignedIfRestricted],
    },
    publish: {
      label: "Publish the report",
      from: ["cleared"],
      to: "published",
      needs: "report.publish",
      rules: [isSignedIfRestricted],
    },
    recordConsidered: {
      label: "Record as considered",
      from: ["published"],
      to: "considered",
      needs: "meeting.record",
      rules: [wasBeforeMeeting],
    },
    replace: {
      label: "Replace the report",
      from: ["published"],
      to: "replaced",
      needs: "report.clear",
      rules: [hasReplacement],
    },
    withdraw: {
      label: "Withdraw the report",
      from: ["commissioned", "draft", "in_clearance", "signed_off", "received", "cleared", "published"],
      to: "withdrawn",
      needs: "report.clear",
      asksReason: true,
    },
  },
});
