import { UNRESTRICTED } from "@/domain/papers/paper";
import { RELATED, TODAY } from "./people.fixture";
import type { Model } from "./reference-model.fixture";

const field = (key: string, need: string) => ({ key, label: key, kind: "text", need, noneIsAnswer: false });
const cleared = (step: string) => ({
  ...{ step, outcome: "cleared", personId: "officer", onBehalfOf: null, evidence: null },
});
const exempt = { restriction: "exempt", paragraphs: [3], publicInterest: "Tenders.", restrictionSignedById: "officer" };

const report: Model = {
  moves: `commissioned, received
    startDraft: commissioned > draft; by writers
    sendForClearance: draft > in_clearance; by writers
    signOff: in_clearance > signed_off; by signers
    returnToAuthor: in_clearance, signed_off > draft; by clearers; why
    clear: signed_off, received > cleared; by clerks
    publish: cleared > published; by publishers
    recordConsidered: published > considered; by clerks
    replace: published > replaced; by clerks
    withdraw: commissioned, draft, in_clearance, signed_off, received, cleared, published > withdrawn; by clerks; why`,
  sound: {
    ...{ ...RELATED, ...UNRESTRICTED, title: "Registration Services", authorIds: ["author"] },
    rules: {
      template: [field("executive_summary", "required"), field("evidence", "expected")],
      ...{ steps: ["finance", "callover"], fourEyes: true },
    },
    ...{ frontSheet: { executive_summary: "Three offices.", evidence: "A survey." } },
    ...{ clearances: [cleared("finance"), cleared("callover")], restrictedBackgroundPapers: [] },
    ...{ publishedOn: null, consideredOn: "2016-06-16", replacedById: "the new one" },
  },
  aspects: {
    sheet: {
      blank: { frontSheet: { executive_summary: " ", evidence: "A survey." } },
      short: { frontSheet: { executive_summary: "Three offices." } },
    },
    restriction: {
      signed: exempt,
      unsigned: { ...exempt, restrictionSignedById: null },
      unreasoned: { ...exempt, publicInterest: null },
    },
    clearances: { none: { clearances: [] } },
    authors: { director: { authorIds: ["director"] } },
    papers: { restricted: { restrictedBackgroundPapers: ["A tender"] } },
    meeting: { none: { consideredOn: null } },
    successor: { none: { replacedById: null } },
  },
  stops: [
    ["sheet=blank", "signOff"],
    ["restriction=unsigned", "publish"],
    ["successor=none", "replace"],
  ],
  warns: [
    ["sheet=short", "signOff"],
    ["restriction=unreasoned", "signOff"],
    ["restriction=unsigned", "clear"],
    ["clearances=none", "signOff clear"],
    ["authors=director & who=director", "signOff"],
    ["papers=restricted", "signOff"],
    ["meeting=none", "recordConsidered"],
  ],
};

const agendaItem = (facts: object = {}) => ({
  ...{ id: "item", parentId: null, place: 1, kind: "ordinary", title: "Registration Services" },
  ...{ educationFunction: false, withdrawnAt: null, reporting: "none", papers: [], ...facts },
});
const exclusion = agendaItem({ id: "exclusion", place: 2, kind: "exclusion" });
const withPaper = (facts: object) => {
  const paper = { id: "paper", kind: "report", title: "Tenders", accessible: true, heldBack: false };
  return { agenda: [exclusion, agendaItem({ papers: [{ ...paper, ...exempt, ...facts }] })] };
};

const meeting: Model = {
  moves: `planned
    convene: planned, postponed > convened; by clerks
    publish: convened > published; by publishers
    recordHeld: published > held; by clerks
    postpone: convened, published > postponed; by clerks; why
    cancel: planned, convened, published, postponed > cancelled; by clerks; why
    abandon: convened, published > abandoned; by clerks; why`,
  sound: {
    ...{ ...RELATED, date: TODAY, startTime: "10:00", place: "County Hall", agenda: [agendaItem()] },
    ...{ notice: { meets: true, words: "" }, quorumAtStart: { needed: 3, counted: 6, met: true } },
  },
  aspects: {
    day: { ahead: { date: "2016-12-01" }, gone: { date: "2016-09-01" } },
    time: { none: { startTime: null } },
    place: { none: { place: " " } },
    agenda: {
      none: { agenda: [] },
      withdrawn: { agenda: [agendaItem({ withdrawnAt: new Date(TODAY) })] },
      signed: withPaper({}),
      unsigned: withPaper({ restrictionSignedById: null }),
      "held back": withPaper({ restrictionSignedById: null, heldBack: true }),
    },
    notice: { short: { notice: { meets: false, words: "is short" } } },
    quorum: { unknown: { quorumAtStart: null }, none: { quorumAtStart: { needed: 3, counted: 2, met: false } } },
  },
  stops: [
    ["time=none", "publish"],
    ["place=none", "publish"],
    ["agenda=none|withdrawn|unsigned", "publish"],
    ["day=ahead", "recordHeld abandon"],
  ],
  warns: [
    ["day=gone", "convene"],
    ["agenda=held back", "publish"],
    ["notice=short", "publish"],
    ["quorum=unknown|none", "recordHeld"],
  ],
};

const question: Model = {
  moves: `received
    accept: received, not_accepted > accepted; by clerks
    refuse: received > not_accepted; by clerks; why
    recordAnswer: accepted > answered; by clerks
    promiseReply: accepted > reply_promised; by clerks
    reply: reply_promised > replied; by clerks
    withdraw: received, accepted, not_accepted > withdrawn; by clerks`,
  sound: {
    ...{ ...RELATED, kind: "public_question", meetingOn: TODAY, agendaIsPublic: true, late: null, lateAllowedBy: null },
    ...{ ground: "offensive", answeredBy: "The Chairman", answer: "In the evening." },
    ...{ replyPromisedBy: "The Head of Transport", replyDueOn: "2016-10-25", reply: "At half past ten." },
  },
  aspects: {
    kind: { statement: { kind: "public_statement" } },
    meeting: { ahead: { meetingOn: "2016-10-11" } },
    receipt: {
      late: { late: "16 minutes late" },
      allowed: { late: "16 minutes late", lateAllowedBy: "The Chairman" },
    },
    ground: { none: { ground: null } },
    answer: { none: { answer: " " }, nobodys: { answeredBy: null } },
    promise: { nobodys: { replyPromisedBy: "" }, never: { replyDueOn: null } },
    reply: { none: { reply: null } },
  },
  stops: [
    ["receipt=late", "accept"],
    ["ground=none", "refuse"],
    ["meeting=ahead", "recordAnswer promiseReply"],
    ["answer=none|nobodys & kind!=statement", "recordAnswer"],
    ["promise=nobodys|never", "promiseReply"],
    ["reply=none", "reply"],
  ],
  warns: [["receipt=late|allowed", "accept"]],
};

const minute = (facts: object = {}) => ({
  ...{ id: "minute", agendaItemId: "item", position: 1, number: 9, headings: ["Care Review"], restriction: "public" },
  ...{ publicSummary: null, decisions: [{ id: "decision", kind: "noted", verb: "Noted", text: "" }], ...facts },
});
const amended = (clerical: boolean) => ({ amendments: [{ minuteId: "minute", clerical, before: "9", after: "11" }] });

const minutes: Model = {
  moves: `draft
    check: draft > checked; by clerks
    publishDraft: checked > published_draft; by clerks
    confirm: published_draft > confirmed; by clerks; on meeting
    confirmAmended: published_draft > confirmed_amended; by clerks; on meeting
    sign: confirmed, confirmed_amended > signed; by clerks`,
  ofOwnBody: true,
  sound: {
    ...{ ...RELATED, meetingId: "2016-03-22", meetingOn: "2016-03-22", meetingHeld: true, successorBodyIds: [] },
    ...{ items: [minute()], chairClearedOn: "2016-04-01", chairAnswersBy: null, amendments: [], signedById: "chair" },
  },
  aspects: {
    meeting: { later: { meetingOn: "2016-07-01" } },
    held: { no: { meetingHeld: false } },
    items: {
      undecided: { items: [minute({ decisions: [] })] },
      secret: { items: [minute({ restriction: "exempt" })] },
    },
    chair: { silent: { chairClearedOn: null } },
    changes: { made: amended(false), slips: amended(true) },
    signer: { none: { signedById: null } },
  },
  stops: [
    ["meeting=later", "confirm confirmAmended"],
    ["changes!=made", "confirmAmended"],
    ["signer=none", "sign"],
  ],
  warns: [
    ["items=undecided", "check"],
    ["items=secret", "publishDraft"],
    ["held=no", "publishDraft"],
    ["chair=silent", "publishDraft"],
    ["changes=made", "confirm"],
  ],
};

const followUp: Model = {
  moves: `open
    start: open > in_progress; by owners
    claimDone: in_progress > done_claimed; by owners
    sendBack: done_claimed > in_progress; by clerks; why
    putOnHold: open, in_progress > on_hold; by desk; why
    resume: on_hold > in_progress; by desk
    close: done_claimed > closed; by clerks; on officer
    supersede: open, in_progress, done_claimed, on_hold > superseded; by clerks; why
    moveToProgramme: open, in_progress, done_claimed, on_hold > moved_to_programme; by clerks; why
    handOver: open, in_progress, done_claimed, on_hold > business_as_usual; by clerks; on officer; why
    cancel: open, in_progress, done_claimed, on_hold > cancelled; by clerks; on officer; why`,
  sound: {
    ...{
      ...RELATED,
      minuteId: "minute 9",
      authorityId: null,
      text: "Report on the care review.",
      ownerIds: ["author"],
    },
    ...{ dueOn: "2016-10-11", dueNextMeeting: false, dueMeetingOn: null, heldFrom: "in_progress" },
    ...{ reviewOn: "2017-01-11", evidence: "Report at item 7(a).", lastUpdatedOn: "2016-09-26" },
    ...{ supersededById: "another", programmeItemId: "care-review" },
    rules: { closedBy: "officer_after_consulting_chair", staleAfterDays: 60 },
  },
  aspects: {
    source: { none: { minuteId: null }, authority: { minuteId: null, authorityId: "delegated" } },
    owners: { none: { ownerIds: [] } },
    due: { never: { dueOn: null }, next: { dueOn: null, dueNextMeeting: true } },
    review: { never: { reviewOn: null }, today: { reviewOn: TODAY } },
    evidence: { none: { evidence: " " } },
    rules: { strict: { rules: { closedBy: "committee", staleAfterDays: 60 } } },
  },
  stops: [
    ["source=none", "start"],
    ["owners=none", "start"],
    ["due=never", "start"],
    ["review=never|today", "putOnHold"],
    ["evidence=none", "close"],
    ["rules=strict & rests=officer_decision", "close handOver cancel"],
  ],
  warns: [],
};

export const OF_PAPERS = { report, meeting, question, minutes, followUp };
