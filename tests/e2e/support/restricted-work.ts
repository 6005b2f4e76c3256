import { bodyId, personId } from "./council";
import { one, type Row, sql } from "./database";
import { PEOPLE } from "./people";
import { accessOf, type OpensTo, type Planting } from "./planting";
import { firstVersion } from "./routed-records";

/** Long over by any clock. */
const AGO = "2016-09-01T09:00Z";

const inside = (): OpensTo => ({ kind: "inside" });

/** Topics, scoping proposals, programme items, follow-ups, recommendations and reports that are not, or not yet, for everybody. */
export async function plantWork(planting: Planting): Promise<void> {
  const body = await bodyId();
  const officer = await personId(PEOPLE.officer);
  const other = await personId(PEOPLE.otherOfficer);
  await plantTopics(planting, body);
  await plantProposals(planting, body, other);
  await plantProgramme(planting, body);
  await plantReports(planting, body, officer);
  await plantAnswers(planting, body);
  await plantGroups(planting, body);
}

async function plantTopics(planting: Planting, body: string): Promise<void> {
  const topic = { bodyId: body, source: "public", suggestedOn: "2016-09-01" };
  const suggested = await planting.plant("Topic", { ...topic, status: "suggested", audience: "inside" });
  const removed = await planting.plant("Topic", { ...topic, status: "removed", audience: "keepers" });
  const open = await planting.scaffold("Topic", {
    ...topic,
    slug: planting.word().replace("zq", "a-topic-"),
    title: "A topic from a resident",
    status: "triaged",
    audience: "public",
  });
  for (const { id } of [suggested, removed, open]) {
    await planting.plant("TopicSuggester", { topicId: id, wantsReply: true }, () => ({ kind: "desk" }));
  }
  const { id: methodId } = await one(`SELECT id FROM "ScoringMethod" ORDER BY key, number LIMIT 1`);
  const scorer = await personId(PEOPLE.viceChair);
  await planting.plant("Score", { topicId: open.id, methodId, personId: scorer }, inside);
  const entry = await planting.plant(
    "ForwardPlanEntry",
    { bodyId: await bodyId("cabinet"), audience: "inside" },
    inside,
  );
  const step = { topicId: suggested.id, status: "suggested", on: "2016-09-01", audience: "inside" };
  await planting.plant("TopicStep", step, () => ({ kind: "record", record: accessOf("Topic", suggested) }));
  await planting.scaffold("ForwardPlanTopic", { entryId: entry.id, topicId: open.id });
}

async function plantProposals(planting: Planting, body: string, keeper: string): Promise<void> {
  const { scopingTemplate } = await one(`SELECT "scopingTemplate" FROM "Body" WHERE id = $1`, body);
  const { id: topicId } = await one(`SELECT id FROM "Topic" WHERE audience = 'public' ORDER BY slug LIMIT 1`);
  for (const [status, audience] of [
    ["draft", "chair"],
    ["ready", "members"],
  ]) {
    const answer = planting.word();
    const line = planting.word();
    const proposal = await planting.plant("ScopingProposal", {
      bodyId: body,
      status,
      audience,
      leadOfficerId: keeper,
      keepers: [keeper],
      answers: { rationale: answer, linesOfEnquiry: [line] },
    });
    const record = { kind: "record", record: accessOf("ScopingProposal", proposal) } as const;
    for (const word of [answer, line]) planting.note("ScopingProposal", "answers", proposal, word, record);
    await planting.plant("ScopingTopic", { proposalId: proposal.id, topicId }, () => record);
    const said = planting.word();
    const content = {
      title: said,
      template: scopingTemplate,
      leadMember: null,
      leadOfficer: null,
      answers: { rationale: said },
      linesOfEnquiry: [said],
      endsOn: null,
      inForceOn: null,
      reportTo: null,
      outcomes: [],
      topics: [],
    };
    const version = await planting.scaffold("ScopingVersion", { proposalId: proposal.id, number: 1, content });
    planting.note("ScopingVersion", "content", version, said, record);
    const history: OpensTo = { kind: "history", record: record.record };
    await plantAudit(planting, "scoping proposal", proposal, "scoping proposal.save", history);
    planting.rows.push({ table: "ScopingProposal", id: String(proposal.id) });
  }
}

async function plantProgramme(planting: Planting, body: string): Promise<void> {
  const { id: programmeId } = await one(`SELECT id FROM "Programme" WHERE "bodyId" = $1 ORDER BY year LIMIT 1`, body);
  const item = await planting.plant("ProgrammeItem", {
    bodyId: body,
    programmeId,
    type: "review",
    status: "proposed",
    audience: "inside",
    position: 90,
  });
  const record = { kind: "record", record: accessOf("ProgrammeItem", item) } as const;
  const follows = () => record;
  const lead = await personId(PEOPLE.member);
  await planting.plant("ProgrammeLead", { itemId: item.id, personId: lead, role: "member" }, follows);
  const move = { itemId: item.id, on: "2016-09-12", fromSlot: "none", toSlot: "none" };
  await planting.plant("SlotMove", move, follows);
  await planting.plant("OutsideDate", { programmeItemId: item.id, on: "2016-12-16" }, follows);
  await plantAudit(planting, "programme item", item, "programme item.save", { kind: "history", record: record.record });

  // What was said of a public item in the office is in its history, which is not public.
  const open = await one(
    `SELECT * FROM "ProgrammeItem" WHERE "bodyId" = $1 AND audience = 'public' AND title = 'Housing'`,
    body,
  );
  const history: OpensTo = { kind: "history", record: accessOf("ProgrammeItem", open) };
  await plantAudit(planting, "programme item", open, "programme item.save", history);
  await planting.plant(
    "ExecutiveDocumentRequest",
    { bodyId: body, personId: lead, programmeItemId: open.id, requestedOn: "2016-09-12" },
    inside,
  );
}

async function plantReports(planting: Planting, body: string, keeper: string): Promise<void> {
  const { id: areaId } = await one(`SELECT id FROM "Area" WHERE slug = 'adult-and-community-services'`);
  const { id: meetingId } = await one(`SELECT id FROM "Meeting" WHERE "bodyId" = $1 AND slug = '2016-10-11'`, body);
  const place = { bodyId: body, meetingId, areaId, keepers: [keeper] };
  const draft = await planting.plant("Report", { ...place, status: "draft", audience: "keepers" });
  const follows = { kind: "record", record: accessOf("Report", draft) } as const;
  await planting.plant("ReportAuthor", { reportId: draft.id, personId: keeper }, () => follows);
  await planting.plant("Clearance", { reportId: draft.id, step: "finance" }, () => follows);
  await planting.plant("OutsideDate", { reportId: draft.id, on: "2016-10-07" }, () => follows);
  const at = "2016-09-12T09:00:00Z";
  await planting.plant("ReportComment", { reportId: draft.id, versionNumber: 1, byId: keeper, at }, () => follows);
  const [was, noted] = [planting.word(), planting.word()];
  const version = await planting.scaffold("ReportVersion", { ...firstVersion(draft.id, was), notes: [noted] });
  planting.note("ReportVersion", "content", version, was, follows);
  planting.note("ReportVersion", "notes", version, noted, follows);
  await plantText(planting, draft, {});

  // The report is on the public record; what it says is not.
  for (const paragraphs of [[1], [3]]) {
    const exempt = await planting.scaffold("Report", {
      ...place,
      status: "published",
      audience: "public",
      title: "A report with exempt content",
      slug: planting.word().replace("zq", "a-report-"),
      publishedOn: "2016-09-30",
    });
    await plantText(planting, exempt, { restriction: "exempt", paragraphs });
  }
}

async function plantText(planting: Planting, report: Row, restricted: Row): Promise<void> {
  const said = planting.word();
  const text = await planting.plant("ReportText", {
    reportId: report.id,
    bodyId: report.bodyId,
    frontSheet: { executive_summary: said, recommendation: said },
    ...restricted,
  });
  const content = { kind: "content", content: accessOf("ReportText", text) as never } as const;
  planting.note("ReportText", "frontSheet", text, said, content);
  await planting.plant("ReportParagraph", { reportId: report.id, position: 1, anchor: "p1" }, () => content);
  planting.rows.push({ table: "Report", id: String(report.id) });
}

/** Answers that are still being written, follow-ups, and what the office knows of recommendations. */
async function plantAnswers(planting: Planting, body: string): Promise<void> {
  const minute = await one(
    `SELECT m.* FROM "Minute" m JOIN "Minutes" s ON s.id = m."minutesId" JOIN "Meeting" g ON g.id = s."meetingId"
     WHERE g."bodyId" = $1 AND g.slug = '2016-06-16' AND m.number = 9 LIMIT 1`,
    body,
  );
  const decision = await one(`SELECT * FROM "Decision" WHERE "minuteId" = $1 ORDER BY position LIMIT 1`, minute.id);
  const { meetingId } = await one(`SELECT "meetingId" FROM "Minutes" WHERE id = $1`, minute.minutesId);
  const followUp = await planting.plant("FollowUp", {
    bodyId: body,
    minuteId: minute.id,
    audience: "inside",
    raisedOn: "2016-06-16",
  });
  const record = { kind: "record", record: accessOf("FollowUp", followUp) } as const;
  await planting.plant("FollowUpNote", { followUpId: followUp.id, on: "2016-09-01" }, () => record);

  const recommendation = await planting.plant(
    "Recommendation",
    {
      bodyId: body,
      meetingId,
      minuteId: minute.id,
      decisionId: decision.id,
      agreedOn: "2016-06-16",
      audience: "inside",
    },
    inside,
  );
  const clause = await planting.plant(
    "RecommendationClause",
    { recommendationId: recommendation.id, bodyId: body, number: 1, recipientKind: "partner" },
    inside,
  );
  await planting.plant("ImplementationNote", { clauseId: clause.id, on: "2016-09-01" }, inside);

  const open = await one(
    `SELECT * FROM "RecommendationClause" WHERE audience = 'public' AND "bodyId" = $1 ORDER BY id LIMIT 1`,
    body,
  );
  const { id: portfolioId } = await one(`SELECT id FROM "Portfolio" WHERE slug = 'adult-health-care-and-independence'`);
  const response = await planting.plant("Response", {
    clauseId: open.id,
    bodyId: body,
    portfolioId,
    status: "draft",
    kind: "rejected",
    decidedBy: "executive",
    audience: "keepers",
  });
  const follows = { kind: "record", record: accessOf("Response", response) } as const;
  await planting.plant("Undertaking", { responseId: response.id }, () => follows);
}

async function plantGroups(planting: Planting, body: string): Promise<void> {
  const group = await planting.scaffold("Body", {
    slug: planting.word().replace("zq", "a-group-"),
    kind: "review_group",
    name: "A group that is only proposed",
    shortName: "Proposed group",
    parentId: body,
    from: "2016-09-01",
  });
  await planting.plant("ReviewGroup", {
    bodyId: group.id,
    parentId: body,
    format: "working_group",
    status: "proposed",
    audience: "inside",
  });
  await planting.plant("CallIn", {
    bodyId: body,
    publishedOn: "2016-09-05",
    requestedOn: "2016-09-06",
    signatories: [],
    audience: "inside",
  });
  await planting.plant("Authority", { kind: "officer_decision", bodyId: body, audience: "inside" }, inside);
}

/** What the trail keeps of a step: why it was taken, and what was said about it. */
export async function plantAudit(planting: Planting, kind: string, subject: Row, action: string, opensTo: OpensTo) {
  const reason = planting.word();
  const warning = planting.word();
  const entry = await planting.plant(
    "AuditEntry",
    {
      happenedOn: "2016-09-12",
      actorKind: "person",
      action,
      subjectKind: kind,
      subjectId: subject.id,
      bodyId: subject.bodyId,
      before: null,
      after: { fields: [] },
      reason,
      warnings: JSON.stringify([{ severity: "soft", code: "note", sentence: warning, authority: "A rule" }]),
    },
    () => opensTo,
  );
  planting.note("AuditEntry", "reason", entry, reason, opensTo);
  planting.note("AuditEntry", "warnings", entry, warning, opensTo);
}

/** What nobody reads of anybody else: ways in, ways to be reached, what was typed and not saved. */
export async function plantPersons(planting: Planting): Promise<void> {
  const stranger = await personId("fred-drane");
  const owner: OpensTo = { kind: "one person", personId: stranger };
  const nobody = (): OpensTo => ({ kind: "nobody" });
  await sql(
    `DELETE FROM "SignInSession" WHERE "accountId" IN (SELECT id FROM "Account" WHERE "personId" = $1)`,
    stranger,
  );
  for (const table of ["AccountToken", "RecoveryCode"])
    await sql(`DELETE FROM "${table}" WHERE "accountId" IN (SELECT id FROM "Account" WHERE "personId" = $1)`, stranger);
  await sql(`DELETE FROM "Account" WHERE "personId" = $1`, stranger);
  await sql(`DELETE FROM "PersonContact" WHERE "personId" = $1`, stranger);
  const hash = planting.word();
  const account = await planting.plant("Account", { personId: stranger, passwordHash: hash, totpSecret: hash }, () => ({
    kind: "permitted",
    permission: "accounts.manage",
  }));
  planting.note("Account", "passwordHash and totpSecret", account, hash, nobody());
  await planting.plant("PersonContact", { personId: stranger }, () => ({
    kind: "permitted",
    permission: "body.settings",
    personId: stranger,
  }));
  await planting.plant("PersonAlias", { personId: stranger }, () => ({
    kind: "permitted",
    permission: "body.settings",
    inside: true,
  }));
  await planting.plant("Mail", {}, () => ({ kind: "permitted", permission: "accounts.manage" }));
  await planting.plant("AccountToken", { purpose: "invitation", accountId: account.id, expiresAt: AGO }, nobody);
  await planting.plant("RecoveryCode", { accountId: account.id }, nobody);
  await planting.plant("SelfGrant", { personId: stranger }, () => ({ kind: "permitted", permission: "audit.read" }));
  const session = { accountId: account.id, expiresAt: AGO };
  await planting.plant("SignInSession", session, nobody);
  await planting.plant("OnceKey", {}, nobody);
  await planting.plant("throttle", { points: 1 }, nobody);
  await planting.plant(
    "Dispensation",
    {
      personId: stranger,
      speak: true,
      vote: false,
      grantedById: await personId(PEOPLE.properOfficer),
      from: "2016-09-01",
      until: "2017-05-01",
    },
    () => ({ kind: "restricted desk", personId: stranger }),
  );
  const typed = planting.word();
  const draft = { personId: stranger, form: "programme-item", subjectId: "new" };
  await sql(`DELETE FROM "FormDraft" WHERE "personId" = $1 AND form = $2`, stranger, draft.form);
  const kept = await planting.plant("FormDraft", { ...draft, values: { title: typed } }, () => owner);
  planting.note("FormDraft", "values", kept, typed, owner);
}
