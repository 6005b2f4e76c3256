import type { Row } from "../database";
import type { Records } from "./records";

/** How a finding is made: what the record says, what is typed, and what the step is said to rest on. */
export type Way = {
  says?: (records: Records) => Row | Promise<Row>;
  typed?: (records: Records) => Record<string, string>;
  /** An officer's decision after consulting the chair, where nothing is said. */
  rests?: "on a bad resolution" | "on nobody consulted" | "on another body";
  withoutReason?: true;
};

/** The record as it only just exists, and nothing typed. */
const NOTHING: Way = {};
/** Everything that may be wrong with a resolution, and no reason: whoever asks hears all of it at once. */
const BAD_RESOLUTION: Way = { rests: "on a bad resolution", withoutReason: true };

/** What is made alike whatever the machine. */
export const ANYWHERE: Readonly<Record<string, Way>> = {
  "no-reason": BAD_RESOLUTION,
  "no-authority": { rests: "on another body" },
  "nobody-consulted": { rests: "on nobody consulted" },
  "meeting-not-held": BAD_RESOLUTION,
  "meeting-not-quorate": BAD_RESOLUTION,
  "not-before-the-meeting": BAD_RESOLUTION,
  "another-body": BAD_RESOLUTION,
  "not-the-parents": BAD_RESOLUTION,
  "another-bodys-meeting": BAD_RESOLUTION,
  "confirmed-before-the-meeting": BAD_RESOLUTION,
};

const says = (row: Row): Way => ({ says: () => row });

const UNPLACED = says({ bodyId: null, duplicatesSeenOn: null });
const CALL = says({ source: "call_for_action" });
const VALID_CALL: Way = { ...CALL, typed: () => ({ callForAction: "valid" }) };
const OWED_A_DISCUSSION = { "validity-not-tested": CALL, "not-discussed": VALID_CALL, "no-letter": VALID_CALL };
const OF_A_MOTION = { "motion-needs-resolution": says({ source: "motion" }) };

const OFFICER_ALONE: Way = {
  says: async (records) => ({ bodyId: (await records.lenientBody()).id }),
  rests: "on nobody consulted",
};
const ENDED_BY = { "committee-closes": NOTHING, "nobody-consulted": OFFICER_ALONE };

const OWN_ANSWER = { "own-response": { says: ({ at }: Records) => ({ answeredBy: at.clerk }) } };
const UNSIGNED = { restriction: "exempt", paragraphs: [1] };

/** What a machine's own rules find: machine, step, code. */
export const OWN: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Way>>>>>> = {
  topic: {
    triage: { "no-body": UNPLACED, "no-source": UNPLACED, "duplicates-not-seen": UNPLACED },
    score: { "no-scores": NOTHING },
    shortlist: { "not-scored": NOTHING },
    park: { ...OWED_A_DISCUSSION, ...OF_A_MOTION },
    takeUpAgain: { "no-body": UNPLACED, "duplicates-not-seen": UNPLACED },
    reject: { ...OWED_A_DISCUSSION, ...OF_A_MOTION },
    transfer: { "no-receiver": NOTHING, ...OF_A_MOTION },
    merge: { "no-other-topic": NOTHING, ...OWED_A_DISCUSSION, ...OF_A_MOTION },
    remove: OWED_A_DISCUSSION,
  },
  "scoping proposal": {
    putForward: {
      "lead-on-executive": { says: ({ at }) => ({ leadMemberId: at.cabinetMember }) },
      "lead-not-on-body": { says: ({ at }) => ({ leadMemberId: at.officer }) },
    },
    list: { "no-agenda-item": NOTHING },
    approveAmended: { "no-amendments": NOTHING },
  },
  "programme item": {
    schedule: { "scoping-not-approved": says({ type: "review" }) },
    giveToGroup: { "no-group": NOTHING },
    list: { "no-meeting": NOTHING },
    recordConsidered: { "meeting-not-held": NOTHING },
    recordDone: { "not-yet-done": NOTHING },
    transfer: { "no-receiver": NOTHING },
  },
  "review group": {
    establish: {
      "no-terms-of-reference": NOTHING,
      "no-members": NOTHING,
      "executive-on-sub-committee": {
        says: ({ at }) => ({ legalStatus: "sub_committee", proposedMemberIds: [at.cabinetMember] }),
      },
    },
  },
  report: {
    signOff: { "front-sheet-blank": NOTHING },
    publish: { "restriction-unsigned": says({ text: UNSIGNED }) },
    replace: { "no-replacement": NOTHING },
  },
  meeting: {
    publish: {
      "no-time": says({ startTime: null }),
      "no-place": says({ place: null }),
      "no-agenda": NOTHING,
      "restriction-unsigned": says({ unsigned: true }),
    },
    recordHeld: { "before-its-day": NOTHING },
    abandon: { "before-its-day": NOTHING },
  },
  question: {
    accept: { "late-not-allowed": says({ receivedAt: "2030-11-13T23:00Z" }) },
    refuse: { "no-ground": NOTHING },
    recordAnswer: { "before-the-meeting": NOTHING, "no-answer": NOTHING, "nobody-answered": NOTHING },
    promiseReply: { "before-the-meeting": NOTHING, "nobody-promised": NOTHING, "no-reply-day": NOTHING },
    reply: { "no-reply": NOTHING },
  },
  "set of minutes": { confirmAmended: { "no-amendment": NOTHING }, sign: { "no-signer": NOTHING } },
  "follow-up": {
    start: { "no-owner": NOTHING, "no-due-date": NOTHING },
    putOnHold: { "no-review-date": NOTHING },
    close: { "no-evidence": NOTHING, ...ENDED_BY },
    handOver: ENDED_BY,
    cancel: ENDED_BY,
  },
  "recommendation clause": {
    serveNotice: { "comments-take-no-notice": says({ kind: "comments" }), "no-notice": NOTHING },
    recordResponse: { "no-response": { typed: () => ({ answerKind: "accepted", decidedBy: "letter" }) } },
    closeTurnedDown: { "not-turned-down": NOTHING, ...OWN_ANSWER },
    recordAchieved: { "no-evidence": NOTHING, ...OWN_ANSWER },
    recordNotAchieved: OWN_ANSWER,
    recordOvertaken: OWN_ANSWER,
    close: { "no-evidence": NOTHING, ...OWN_ANSWER },
  },
};

const TO_A_DAY = { to: "briefing", "on-day": "14", "on-month": "12", "on-year": "2030" };

/** What is typed to make it that step at all. */
export const ALWAYS_TYPED: Readonly<Record<string, Record<string, string>>> = {
  "programme item.schedule": TO_A_DAY,
  "programme item.deferTo": TO_A_DAY,
  "programme item.deferWithoutSlot": { to: "none" },
};

type Unreachable = { findings: readonly string[]; why: string; shownBy: string };

/** What no form can bring about, and which test shows the rule instead. */
export const UNREACHABLE: readonly Unreachable[] = [
  {
    findings: ["topic.takeUpAgain.no-source"],
    why: "The database keeps no topic that has no source.",
    shownBy: "src/domain/topics/topic-workflow.test.ts",
  },
  {
    findings: ["follow-up.start.no-source"],
    why: "Nor a follow-up that nothing asks for; the form that enters one is refused below.",
    shownBy: "src/domain/follow-ups/follow-up-workflow.test.ts",
  },
  {
    findings: ["topic.shortlist.no-authority", "topic.transfer.no-authority"],
    why: "It may rest on all that a form can name, and a form that names nothing is an officer who consulted nobody.",
    shownBy: "src/domain/topics/topic-workflow.test.ts",
  },
  {
    findings: [
      "programme item.transfer.no-authority",
      "programme item.deferTo.no-authority",
      "programme item.deferWithoutSlot.no-authority",
      "programme item.withdraw.no-authority",
    ],
    why: "The same: these forms name a resolution or an officer's decision, and both will do.",
    shownBy: "src/domain/programme/programme-item-workflow.test.ts",
  },
  {
    findings: ["programme item.schedule.no-slot", "programme item.deferTo.no-slot"],
    why: "An item is moved to a place; moved to none it takes another step.",
    shownBy: "src/domain/programme/programme-item-workflow.test.ts",
  },
  {
    findings: ["papers: exempt-without-paragraph", "papers: no-such-paragraph"],
    why: "The database keeps nothing exempt without a paragraph, and none but 1 to 7.",
    shownBy: "src/domain/papers/paper.test.ts",
  },
  {
    findings: ["recommendations: no-authority"],
    why: "The form records what a decision in the minutes recommends, and that is a resolution.",
    shownBy: "src/domain/recommendations/recommendation.test.ts",
  },
  {
    findings: ["programme: no-authority"],
    why: "The form moves an item by a resolution or as an officer, and both will do.",
    shownBy: "src/domain/programme/slot-move.test.ts",
  },
  {
    findings: ["meetings: no-quorum"],
    why: "The form takes no number below one.",
    shownBy: "src/domain/meetings/quorum.test.ts",
  },
];
