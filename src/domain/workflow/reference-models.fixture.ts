import { slotAt, item as soundItem } from "@/domain/programme/items.fixture";
import { response, clause as soundClause } from "@/domain/recommendations/clause.fixture";
import { USUAL_GROUP_RULES } from "@/domain/review-groups/review-group";
import { lead, proposal as soundProposal } from "@/domain/scoping/proposals.fixture";
import { RELATED, TODAY } from "./people.fixture";
import type { Model } from "./reference-model.fixture";

const call = (valid: boolean | null, discussedOn: string | null, reasonsSentOn: string | null) => ({
  source: "call_for_action",
  callForAction: { valid, discussedOn, reasonsSentOn },
});

const topic: Model = {
  moves: `suggested
    triage: suggested > triaged; by clerks
    score: triaged > scored; by clerks
    shortlist: triaged, scored > shortlisted; by clerks; on anybody
    startScoping: shortlisted > in_scoping; by starters
    park: suggested, triaged, scored > parked; by clerks; on officer; why
    takeUpAgain: parked > triaged; by clerks
    reject: suggested, triaged, scored > rejected; by clerks; on officer; why
    transfer: suggested, triaged, scored > transferred; by clerks; on anybody
    merge: suggested, triaged, scored > merged; by clerks; on officer
    remove: suggested > removed; by clerks; why`,
  sound: {
    ...{ ...RELATED, title: "Care Review", parts: [], source: "member", duplicatesSeenOn: "2016-06-20" },
    ...{ bodyScores: false, scorers: 3, scoring: { total: 9, threshold: 8, vetoed: false } },
    ...{ referringDecisionId: "of the council", callForAction: null },
    ...{ receiverBodyId: "another body", receiverAcceptedOn: null, mergedIntoId: "another topic" },
  },
  aspects: {
    source: {
      nowhere: { source: null },
      motion: { source: "motion" },
      statutory: { source: "statutory" },
      untested: call(null, null, null),
      undiscussed: call(true, null, "2016-09-05"),
      unanswered: call(true, "2016-09-01", null),
      answered: call(true, "2016-09-01", "2016-09-05"),
      invalid: call(false, null, null),
    },
    looked: { no: { duplicatesSeenOn: null } },
    scorers: { none: { scorers: 0 } },
    method: { topicc: { bodyScores: true } },
    total: { low: { scoring: { total: 5, threshold: 8, vetoed: false } } },
    receiver: { none: { receiverBodyId: null }, itself: { receiverBodyId: RELATED.bodyId } },
    other: { none: { mergedIntoId: null }, itself: { mergedIntoId: RELATED.id } },
  },
  stops: [
    ["source=nowhere", "triage takeUpAgain"],
    ["looked=no", "triage takeUpAgain"],
    ["scorers=none", "score"],
    ["method=topicc & status=triaged & source=sound|nowhere", "shortlist"],
    ["source=untested|undiscussed|unanswered", "park reject merge remove"],
    ["source=motion & rests!=resolution", "park reject transfer merge"],
    ["receiver=none|itself", "transfer"],
    ["other=none|itself", "merge"],
  ],
  warns: [["total=low", "shortlist"]],
};

const scoping: Model = {
  moves: `draft
    putForward: draft > ready; by editors
    list: ready, deferred, revision > on_agenda; by clerks
    approve: on_agenda > approved; by clerks; on meeting
    approveAmended: on_agenda > approved_amended; by clerks; on meeting
    referBack: on_agenda > referred_back; by clerks; on meeting; why
    reject: on_agenda > rejected; by clerks; on meeting; why
    defer: on_agenda > deferred; by clerks; on officer; why
    redraft: referred_back > draft; by editors
    commission: approved, approved_amended > commissioned; by clerks
    complete: commissioned > complete; by clerks
    revise: approved, approved_amended > revision; by editors; why
    withdraw: draft, ready, deferred > withdrawn; by editors; why`,
  ofOwnBody: true,
  sound: soundProposal("draft"),
  aspects: {
    officer: { none: { leadOfficer: null } },
    lead: { none: { leads: [] }, executive: { leads: [lead({ sitsOnExecutive: true })] } },
    agenda: { none: { agendaItemId: null } },
    amendments: { none: { amendments: " " } },
    report: { none: { reportConsideredOn: null } },
    topics: { "left out": { absorbs: [{ title: "Care Review", parts: ["Support for carers"] }] } },
  },
  stops: [
    ["officer=none", "putForward"],
    ["lead=none|executive", "putForward"],
    ["agenda=none", "list"],
    ["amendments=none", "approveAmended"],
  ],
  warns: [
    ["topics=left out", "putForward"],
    ["lead=none|executive", "list commission"],
    ["officer=none & status=revision", "list"],
    ["report=none", "complete"],
  ],
};

const programme: Model = {
  moves: `draft
    adopt: draft > adopted; by clerks; on meeting
    vary: adopted, varied > varied; by clerks; on officer; why`,
  ofOwnBody: true,
  sound: { ...RELATED, municipalYear: "2016/17", items: 4 },
  aspects: { items: { none: { items: 0 } } },
  stops: [],
  warns: [["items=none", "adopt"]],
};

const item: Model = {
  moves: `proposed
    takeIn: proposed > provisional; by desk
    schedule: provisional, continued, monitoring > scheduled; by desk
    giveToGroup: scheduled > with_group; by clerks
    list: scheduled, with_group > on_agenda; by clerks
    deferTo: scheduled, on_agenda > scheduled; by clerks; on officer; why
    deferWithoutSlot: scheduled, on_agenda > provisional; by clerks; on officer; why
    recordConsidered: on_agenda > considered; by clerks
    recordDone: scheduled > considered; by desk
    carryOn: considered > continued; by clerks; on officer
    monitor: considered > monitoring; by clerks; on officer
    close: considered, monitoring > closed; by clerks; on officer
    withdraw: proposed, provisional, scheduled, with_group, on_agenda > withdrawn; by clerks; on officer; why
    transfer: proposed, provisional, scheduled, with_group, on_agenda > transferred; by clerks; on anybody`,
  sound: soundItem("proposed"),
  aspects: {
    slot: {
      none: { slot: null },
      unheld: { slot: slotAt("2017-01-11", { held: false }) },
      crowded: { slot: slotAt("2017-01-11", { items: 5, capacity: 4 }) },
      briefing: { slot: { kind: "briefing", on: TODAY } },
      ahead: { slot: { kind: "visit", on: "2016-12-01" } },
    },
    scoping: { none: { scoping: null }, draft: { scoping: "draft" } },
    type: { standing: { type: "standing" } },
    outcomes: { none: { corporatePlanOutcomes: [] } },
    group: { none: { groupId: null } },
    receiver: { none: { receiverBodyId: null }, itself: { receiverBodyId: RELATED.bodyId } },
  },
  stops: [
    ["slot=none", "schedule list deferTo recordConsidered recordDone"],
    ["slot=unheld", "recordConsidered"],
    ["slot=briefing|ahead", "list recordConsidered"],
    ["slot!=briefing", "recordDone"],
    ["scoping=none|draft & type=sound", "schedule"],
    ["group=none", "giveToGroup"],
    ["receiver=none|itself", "transfer"],
  ],
  warns: [
    ["slot=crowded", "schedule deferTo"],
    ["outcomes=none", "schedule deferTo"],
  ],
};

const member = (name: string, politicalGroup: string, onExecutive = false) => ({
  ...{ personId: name, name, politicalGroup, onExecutive },
});
const withExecutive = [member("Jill Haynes", "Conservative", true), member("Kate Wheller", "Labour")];

const group: Model = {
  moves: `proposed
    establish: proposed > established; by clerks; on meeting
    settleScope: established > scoped; by workers
    gather: scoped > gathering; by workers
    draft: gathering > drafting; by workers
    checkFacts: drafting > fact_check; by workers
    report: fact_check > reported; by workers
    referBack: reported > referred_back; by clerks; on meeting; why
    redraft: referred_back > drafting; by workers
    adopt: reported > adopted; by clerks; on meeting
    suspend: established, scoped, gathering, drafting, fact_check, reported, referred_back, adopted > suspended; by clerks; on officer; why
    resume: suspended > gathering; by clerks; on officer
    dissolve: adopted > dissolved; by clerks; on officer
    lapse: established, scoped, gathering, drafting, fact_check, reported, referred_back, adopted, suspended > lapsed; by clerks; why`,
  ofOwnBody: true,
  sound: {
    ...{ ...RELATED, parentBodyId: RELATED.bodyId, name: "A panel", format: "policy_development_panel" },
    ...{ legalStatus: "informal", rules: USUAL_GROUP_RULES, termsOfReference: "To advise." },
    ...{ members: [member("William Trite", "Conservative"), member("Kate Wheller", "Labour")] },
    ...{ politicallyBalanced: true, hasChair: true, othersAtWork: 1, othersOnSameService: 0 },
    ...{ lastReviewOfServiceOn: null, startsOn: "2016-04-06", endsOn: "2016-10-06", scopingApproved: true },
    ...{ reportId: "report", recommendations: 4, suspendedFrom: "gathering" },
  },
  aspects: {
    terms: { none: { termsOfReference: " " } },
    members: {
      none: { members: [] },
      executive: { members: withExecutive },
      committee: { members: withExecutive, legalStatus: "sub_committee" },
    },
    others: { busy: { othersAtWork: 2 } },
    scope: { unseen: { scopingApproved: false } },
    chair: { none: { hasChair: false } },
    report: { none: { reportId: null } },
    recommendations: { many: { recommendations: 9 } },
  },
  stops: [
    ["terms=none", "establish"],
    ["members=none|committee", "establish"],
  ],
  warns: [
    ["members=executive", "establish"],
    ["others=busy", "establish"],
    ["scope=unseen", "settleScope"],
    ["chair=none", "settleScope"],
    ["report=none", "report"],
    ["recommendations=many", "report"],
  ],
};

const clause: Model = {
  moves: `agreed
    serveNotice: agreed > notice_served; by desk
    recordResponse: agreed, notice_served > responded; by answerers
    startImplementing: responded > implementing; by doers
    closeTurnedDown: responded > closed; by clerks; on meeting
    recordAchieved: implementing > achieved; by clerks; on meeting
    recordNotAchieved: implementing > not_achieved; by clerks; on meeting; why
    recordOvertaken: implementing > overtaken; by clerks; on meeting; why
    close: achieved, not_achieved, overtaken > closed; by clerks; on meeting`,
  sound: soundClause(),
  aspects: {
    kind: { comments: { kind: "comments" } },
    recipient: { partner: { recipientKind: "partner" } },
    notice: { none: { notice: null } },
    response: {
      none: { response: null },
      rejected: { response: response({ kind: "rejected" }) },
      elsewhere: { response: response({ kind: "not_for_us" }) },
      unclear: { response: response({ kind: "unclear" }) },
    },
    respondent: { recorder: { respondentIds: ["democratic_services"] } },
    evidence: { none: { evidence: " " } },
  },
  stops: [
    ["kind=comments", "serveNotice"],
    ["notice=none", "serveNotice"],
    ["response=none", "recordResponse"],
    ["response=sound|none|unclear", "closeTurnedDown"],
    ["respondent=recorder", "closeTurnedDown recordAchieved recordNotAchieved recordOvertaken close"],
    ["evidence=none", "recordAchieved close"],
  ],
  warns: [
    ["recipient=partner", "serveNotice"],
    ["response!=sound", "startImplementing"],
  ],
};

export const OF_WORK = { topic, scoping, programme, item, group, clause };
