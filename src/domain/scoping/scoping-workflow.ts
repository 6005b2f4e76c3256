import {
  endsBetweenMeetings,
  executiveDecidesFirst,
  isImplementedFirst,
  repeatsReview,
} from "@/domain/programme/planned-work";
import { isAfterConsultation, isCarriedByCommittee, isOwnCommittees } from "@/domain/workflow/authority-rules";
import { refuseIf, warnIf } from "@/domain/workflow/finding";
import { defineWorkflow, type Rule, type Status } from "@/domain/workflow/workflow";
import { missing } from "./missing";
import { leftOut, mayLead, needsLead, type ScopingProposal } from "./scoping-proposal";

/** A proposal is ready when it has what its committee's template requires (the body's settings). */
const meetsTemplate: Rule<ScopingProposal> = (proposal) => missing(proposal.template, proposal);

/** What the committee sent to be revised is still short of its template: pointed out, since it has been before it already. */
const stillMeetsTemplate: Rule<ScopingProposal> = (proposal) =>
  proposal.status === "revision"
    ? missing(proposal.template, proposal).map((finding) => ({ ...finding, severity: "soft" }))
    : [];

/** A review is led by members of the committee, and by nobody in the executive (LGA 2000 s9FA; the committee's template). */
const isLedByItsMembers: Rule<ScopingProposal> = ({ leads }) =>
  leads
    .filter((lead) => !mayLead(lead))
    .flatMap(({ name, sitsOnExecutive }) =>
      refuseIf(true, {
        code: sitsOnExecutive ? "lead-on-executive" : "lead-not-on-body",
        sentence: sitsOnExecutive
          ? `Choose another lead member: ${name} is in the Cabinet, and nobody scrutinises their own decisions.`
          : `Choose another lead member: ${name} does not sit on this committee.`,
        authority: "LGA 2000 s9FA and the committee's template",
        field: "leadMember",
      }),
    );

/** A proposal that lost its lead at an election is not invalid; somebody should be asked. */
const stillHasLead: Rule<ScopingProposal> = (proposal) =>
  warnIf(needsLead(proposal), {
    code: "needs-lead",
    sentence: "Ask a member to lead it: nobody named may lead it today.",
    authority: "LGA 2000 s9FA and the committee's template",
    field: "leadMember",
  });

/** Work that ends, or takes effect, where no meeting can take its report. */
const fitsCalendar: Rule<ScopingProposal> = (proposal, { today }) => [
  ...endsBetweenMeetings(proposal, today),
  ...isImplementedFirst(proposal, today),
];

/** The executive decides first, or already has (the executive's forward plan). */
const isAheadOfExecutive: Rule<ScopingProposal> = (proposal, { today }) => executiveDecidesFirst(proposal, today);

/** The same subject within 12 months. */
const isNotLookedIntoLately: Rule<ScopingProposal> = (proposal, { today }) => repeatsReview(proposal, today);

/** What a topic holds and its proposal does not say disappears without trace (the pack's "Support for Carers"). */
const coversItsTopics: Rule<ScopingProposal> = (proposal) =>
  leftOut(proposal).flatMap(({ part, topic }) =>
    warnIf(true, {
      code: "topic-left-out",
      sentence:
        part === topic
          ? `“${part}” is left out. Add it, or say that it stays behind.`
          : `“${part}” is left out. The topic “${topic}” has it. Add it, or say that it stays behind.`,
      authority: "The topics it answers",
      field: "absorbs",
    }),
  );

/** What is on an agenda is there as an item of it (LGA 1972 s100B(4)). */
const hasAgendaItem: Rule<ScopingProposal> = ({ agendaItemId }) =>
  refuseIf(agendaItemId === null, {
    code: "no-agenda-item",
    sentence: "Choose the agenda item it comes under.",
    authority: "LGA 1972 s100B(4)",
    field: "agendaItemId",
  });

/** Approved amended says what the committee amended; otherwise its words are lost. */
const saysWhatWasAmended: Rule<ScopingProposal> = ({ amendments }) =>
  refuseIf(!amendments?.trim(), {
    code: "no-amendments",
    sentence: "Write down what the committee changed. It becomes the next version.",
    authority: "The resolution",
    field: "amendments",
  });

/** Scoped work ends with a report to the committee that asked for it (the committee's template). */
const hasReported: Rule<ScopingProposal> = ({ reportConsideredOn }) =>
  warnIf(reportConsideredOn === null, {
    code: "nothing-reported",
    sentence: "No meeting has considered a report of this work. Say how it ended.",
    authority: "The committee's template",
  });

const BY_RESOLUTION = [isCarriedByCommittee, isOwnCommittees];

/** On an agenda that nobody has published yet it is the committee's (LGA 1972 s100B: nothing of an agenda is public before). */
const NOT_PUBLISHED: Status<ScopingProposal>["unless"] = {
  holds: ({ firstOnAgendaOn }) => firstOnAgendaOn === null,
  words: "until an agenda with it is published",
  audience: "members",
};

/** `docs/workflows.md` draws it. */
export const scopingWorkflow = defineWorkflow<ScopingProposal>()({
  name: "scoping proposal",
  initial: "draft",
  statuses: {
    draft: { label: "Draft", audience: "chair" },
    ready: { label: "Ready", audience: "members" },
    on_agenda: { label: "On agenda", audience: "public", unless: NOT_PUBLISHED },
    approved: { label: "Approved", audience: "public" },
    approved_amended: { label: "Approved, amended", audience: "public" },
    referred_back: { label: "Referred back", audience: "public" },
    rejected: { label: "Not approved", audience: "public", final: true },
    deferred: { label: "Deferred", audience: "public", unless: NOT_PUBLISHED },
    commissioned: { label: "Commissioned", audience: "public" },
    complete: { label: "Complete", audience: "public", final: true },
    // Written in like a draft; the versions that were published stay open.
    revision: { label: "In revision", audience: "chair" },
    withdrawn: {
      label: "Withdrawn",
      audience: "members",
      unless: {
        holds: (proposal) => proposal.firstOnAgendaOn !== null,
        words: "once it was on an agenda",
        audience: "public",
      },
      final: true,
    },
  },
  transitions: {
    putForward: {
      label: "Put forward",
      from: ["draft"],
      to: "ready",
      needs: "scoping.edit",
      rules: [
        meetsTemplate,
        isLedByItsMembers,
        fitsCalendar,
        isAheadOfExecutive,
        isNotLookedIntoLately,
        coversItsTopics,
      ],
    },
    list: {
      label: "Put on an agenda",
      from: ["ready", "deferred", "revision"],
      to: "on_agenda",
      needs: "scoping.list",
      rules: [hasAgendaItem, stillHasLead, stillMeetsTemplate],
    },
    approve: {
      label: "Record approval",
      from: ["on_agenda"],
      to: "approved",
      needs: "scoping.record-decision",
      restsOn: ["resolution"],
      rules: BY_RESOLUTION,
    },
    approveAmended: {
      label: "Record approval with amendments",
      from: ["on_agenda"],
      to: "approved_amended",
      needs: "scoping.record-decision",
      restsOn: ["resolution"],
      rules: [...BY_RESOLUTION, saysWhatWasAmended],
    },
    referBack: {
      label: "Record referral back",
      from: ["on_agenda"],
      to: "referred_back",
      needs: "scoping.record-decision",
      restsOn: ["resolution"],
      rules: BY_RESOLUTION,
      asksReason: true,
    },
    reject: {
      label: "Record that it is not approved",
      from: ["on_agenda"],
      to: "rejected",
      needs: "scoping.record-decision",
      restsOn: ["resolution"],
      rules: BY_RESOLUTION,
      asksReason: true,
    },
    defer: {
      label: "Record deferral",
      from: ["on_agenda"],
      to: "deferred",
      needs: "scoping.record-decision",
      restsOn: ["resolution", "officer_decision"],
      rules: [...BY_RESOLUTION, isAfterConsultation],
      asksReason: true,
    },
    redraft: { label: "Draft again", from: ["referred_back"], to: "draft", needs: "scoping.edit" },
    commission: {
      label: "Commission the work",
      from: ["approved", "approved_amended"],
      to: "commissioned",
      needs: "scoping.list",
      rules: [stillHasLead],
    },
    complete: {
      label: "Close as complete",
      from: ["commissioned"],
      to: "complete",
      needs: "scoping.list",
      rules: [hasReported],
    },
    revise: {
      label: "Revise",
      from: ["approved", "approved_amended"],
      to: "revision",
      needs: "scoping.edit",
      asksReason: true,
    },
    withdraw: {
      label: "Withdraw",
      from: ["draft", "ready", "deferred"],
      to: "withdrawn",
      needs: "scoping.edit",
      asksReason: true,
    },
  },
});
