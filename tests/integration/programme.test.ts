import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { PUBLIC_SCOPE, readScope } from "@/domain/access/read-scope";
import { db, inTransaction, publicDb, type Tx } from "@/server/db";
import { expectedFailure } from "@/server/errors";
import { once } from "@/server/forms/once";
import { addItem, editItem, moveItem, withdrawItem } from "@/server/programme/commands";
import { getDesk, listProgrammeBodies } from "@/server/programme/desk";
import { listItemHistory, listProgrammeHistory, listVariations } from "@/server/programme/item-history";
import type { ItemValues } from "@/server/programme/item-values";
import type { Place } from "@/server/programme/place";
import { getNewItem, getProgrammeItem } from "@/server/programme/queries";
import { emptyDatabase } from "../support/database";
import { TODAY } from "../support/people";
import { type Council, createCouncil, createItem } from "../support/programme";

let council: Council;
let who: Council["people"];
let at: Council["meetings"];

beforeEach(async () => {
  await emptyDatabase();
  council = await createCouncil();
  who = council.people;
  at = council.meetings;
});

const VALUES: ItemValues = {
  title: "Winter resilience",
  purpose: "Gritting.",
  type: "standing",
  linesOfEnquiry: ["Who decides?", "Who pays?"],
  leadMember: [],
  leadOfficer: [],
  outcome: [],
  target: "2017-01-11",
};

const add = (actor: Person, over: Partial<Parameters<typeof addItem>[2]> = {}) =>
  inTransaction((tx) => addItem(tx, actor, { body: "our-committee", values: VALUES, ...over }));
const edit = (
  actor: Person,
  id: string,
  version: number,
  changes: Partial<ItemValues>,
  setAside?: Partial<ItemValues>,
) => inTransaction((tx) => editItem(tx, actor, { id, version, changes, ...(setAside && { setAside }) }));
const to = (meetingId: string): Place => ({ kind: "meeting", meetingId });
const NOWHERE: Place = { kind: "none" };

type Asked = { reason?: string; consulted?: string; decisionId?: string };
const moving = (tx: Tx, actor: Person, id: string, version: number, place: Place, { reason, ...grounds }: Asked = {}) =>
  moveItem(tx, actor, { id, version, to: place, reason, grounds });
const move = (actor: Person, id: string, version: number, place: Place, asked?: Asked) =>
  inTransaction((tx) => moving(tx, actor, id, version, place, asked));
const withdraw = (actor: Person, id: string, version: number, { reason, ...grounds }: Asked = {}) =>
  inTransaction((tx) => withdrawItem(tx, actor, { id, version, reason, grounds }));

const WHY = { reason: "No time.", consulted: "the Chairman" };

const failure = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => expectedFailure(error),
  );
const refusal = async (work: Promise<unknown>) => {
  const failed = await failure(work);
  return failed?.kind === "refused"
    ? [failed.refusal.code, ...failed.refusal.findings.map(({ code }) => code)]
    : failed?.kind;
};
const row = (id: string) =>
  db.programmeItem.findUniqueOrThrow({ where: { id }, include: { leads: true, moves: true } });
const trail = async (id: string) =>
  (await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { recordedAt: "asc" } })).map(
    ({ action, actorName }) => `${action.split(".")[1]} by ${actorName}`,
  );
/** Everything a command could leave behind. */
const traces = async () => ({
  items: await db.programmeItem.findMany({ orderBy: { id: "asc" } }),
  leads: await db.programmeLead.count(),
  moves: await db.slotMove.count(),
  authorities: await db.authority.count(),
  audit: await db.auditEntry.count(),
});
const WRONG = ["member", "chair", "councillor", "cabinet", "officer", "otherClerk"] as const;

describe("adding an item", () => {
  it("is done and recorded: proposed, open to people inside and to nobody else", async () => {
    const id = await add(who.clerk, {
      values: {
        ...VALUES,
        leadMember: [who.member.personId],
        leadOfficer: [who.officer.personId],
        outcome: [council.outcomeId],
      },
    });
    expect(await row(id)).toMatchObject({
      status: "proposed",
      audience: "inside",
      title: "Winter resilience",
      linesOfEnquiry: ["Who decides?", "Who pays?"],
      targetEnd: "2017-01-11",
      programmeId: council.programmeId,
      keepers: [who.officer.personId],
      leads: [
        { personId: who.member.personId, role: "member", audience: "inside" },
        { personId: who.officer.personId, role: "officer", audience: "inside" },
      ],
    });
    expect(await publicDb.programmeItem.count()).toBe(0);
    expect(await publicDb.programmeLead.count()).toBe(0);
    const [entry] = await db.auditEntry.findMany();
    expect(entry).toMatchObject({
      action: "programme item.add",
      actorId: who.clerk.personId,
      happenedOn: TODAY,
      bodyId: council.bodies.committee,
      after: { status: "proposed", title: "Winter resilience", leadMember: ["member"], outcome: ["Safe"] },
    });
    const [untaken] = (await getDesk(readScope(who.member), "our-committee", TODAY)).unplaced;
    expect(untaken?.item.id).toBe(id);
  });

  it("begins the programme of the year where there is none, once", async () => {
    await Promise.all(
      [who.scrutinyOfficer, who.otherClerk].map((person) => add(person, { body: "another-committee" })),
    );
    const begun = await db.programme.findMany({ where: { bodyId: council.bodies.other }, include: { items: true } });
    expect(begun).toMatchObject([{ year: "2016/17", status: "draft", items: [{}, {}] }]);
    expect(await db.auditEntry.count({ where: { action: "work programme.begin" } })).toBe(1);
  });

  it("leaves no trace where it is refused", async () => {
    const before = await traces();
    for (const wrong of [...WRONG, "nobody"] as const)
      expect(await refusal(add(who[wrong]))).toEqual(["not-permitted"]);
    expect(await failure(add(who.clerk, { body: "no-such-body" }))).toEqual({ kind: "not-found" });
    expect(await refusal(add(who.clerk, { body: "another-committee" }))).toEqual(["not-permitted"]);
    const named = (values: Partial<ItemValues>) => failure(add(who.clerk, { values: { ...VALUES, ...values } }));
    expect(await named({ leadMember: [who.cabinet.personId] })).toMatchObject({
      kind: "invalid",
      fields: { leadMember: [/Cabinet/] },
    });
    expect(await named({ leadMember: [who.officer.personId] })).toMatchObject({ kind: "invalid" });
    expect(await named({ leadOfficer: [who.member.personId] })).toMatchObject({ kind: "invalid" });
    expect(await named({ outcome: [randomUUID()] })).toMatchObject({ kind: "invalid", fields: { outcome: [/./] } });
    expect(await traces()).toEqual(before);
  });

  it("takes up a topic of the committee's own long list, and none that is hidden or another's", async () => {
    const topic = (facts: object) =>
      db.topic.create({
        data: {
          slug: randomUUID(),
          title: "Grit",
          source: "member",
          suggestedOn: TODAY,
          status: "triaged",
          bodyId: council.bodies.committee,
          ...facts,
        },
      });
    const own = await topic({ audience: "public" });
    const others = await topic({ audience: "public", bodyId: council.bodies.other });
    const { values, title } = await getNewItem(readScope(who.clerk), { body: "our-committee", topicId: own.id }, TODAY);
    expect([values.title, title]).toEqual(["Grit", "Grit"]);
    const desk = () => getDesk(readScope(who.clerk), "our-committee", TODAY);
    expect((await desk()).untaken.map(({ id }) => id)).toEqual([own.id]);
    const id = await add(who.clerk, { topicId: own.id });
    expect((await row(id)).topicId).toBe(own.id);
    expect((await desk()).untaken).toEqual([]);
    expect(await failure(add(who.clerk, { topicId: others.id }))).toEqual({ kind: "not-found" });
    expect(
      await failure(getNewItem(readScope(who.clerk), { body: "our-committee", topicId: others.id }, TODAY)),
    ).toEqual({ kind: "not-found" });
  });

  it("makes one record, however often its form is sent", async () => {
    const key = randomUUID();
    const addresses = await Promise.all(
      Array.from({ length: 20 }, () =>
        once(
          who.clerk,
          key,
          async (tx) => `/${await addItem(tx, who.clerk, { body: "our-committee", values: VALUES })}`,
        ),
      ),
    );
    expect(new Set(addresses).size).toBe(1);
    expect(await db.programmeItem.count()).toBe(1);
    expect(await db.auditEntry.count()).toBe(1);
  });
});

describe("editing an item", () => {
  it("is done and recorded, with what stood there before; who leads it keeps it", async () => {
    const id = await createItem(council, "scheduled", {
      meetingId: at.january,
      targetAsPrinted: "TBC",
      keepers: [who.chair.personId],
    });
    await edit(who.clerk, id, 1, { title: "Snow", leadOfficer: [who.officer.personId], target: "2017-01-11" });
    expect(await row(id)).toMatchObject({
      title: "Snow",
      version: 2,
      status: "scheduled",
      targetEnd: "2017-01-11",
      targetAsPrinted: null,
      keepers: [who.chair.personId, who.officer.personId],
      leads: [{ personId: who.officer.personId, audience: "public" }],
    });
    await edit(who.scrutinyOfficer, id, 2, { leadOfficer: [] });
    expect((await row(id)).keepers).toEqual([who.chair.personId]);
    const [last, first] = await listItemHistory(readScope(who.clerk), id);
    expect(first).toMatchObject({
      verb: "edit",
      by: "clerk",
      happenedOn: TODAY,
      changes: [
        { field: "title", before: "Winter", after: "Snow" },
        { field: "leadOfficer", before: null, after: "officer" },
        { field: "target", before: null, after: "2017-01-11" },
      ],
    });
    expect(last?.changes).toEqual([{ field: "leadOfficer", before: "officer", after: null }]);
  });

  it("writes nothing where nothing has changed", async () => {
    const id = await createItem(council, "provisional");
    await edit(who.clerk, id, 1, { title: "Winter", outcome: [council.outcomeId] });
    expect([(await row(id)).version, await trail(id)]).toEqual([1, []]);
  });

  it("leaves no trace where it is refused, and what is invisible is not found", async () => {
    const id = await createItem(council, "proposed");
    const over = await createItem(council, "withdrawn");
    const before = await traces();
    for (const wrong of WRONG)
      expect(await refusal(edit(who[wrong], id, 1, { title: "Snow" }))).toEqual(["not-permitted"]);
    expect(await failure(edit(who.nobody, id, 1, { title: "Snow" }))).toEqual({ kind: "not-found" });
    expect(await failure(edit(who.clerk, randomUUID(), 1, {}))).toEqual({ kind: "not-found" });
    expect(await failure(edit(who.clerk, "no-key", 1, {}))).toEqual({ kind: "not-found" });
    expect(await refusal(edit(who.clerk, over, 1, { title: "Snow" }))).toEqual(["wrong-status"]);
    expect(await failure(edit(who.clerk, id, 1, { leadMember: [who.cabinet.personId] }))).toMatchObject({
      kind: "invalid",
    });
    expect(await traces()).toEqual(before);
  });

  it("keeps a lead that today nobody would be offered: guards judge moves, not found states", async () => {
    const id = await createItem(council, "provisional");
    await db.programmeLead.create({
      data: { itemId: id, personId: who.cabinet.personId, role: "member", titleAsPrinted: "Cllr C" },
    });
    await edit(who.clerk, id, 1, { title: "Snow", leadMember: [who.cabinet.personId, who.member.personId] });
    expect((await row(id)).leads.map(({ titleAsPrinted }) => titleAsPrinted)).toEqual(["Cllr C", null]);
  });

  it("shows what somebody else saved first, and loses nothing of either", async () => {
    const id = await createItem(council, "provisional");
    await edit(who.scrutinyOfficer, id, 1, { title: "Snow" });
    const stale = await failure(edit(who.clerk, id, 1, { title: "Ice", purpose: "Skating." }));
    expect(stale).toMatchObject({
      kind: "stale",
      current: {
        version: 2,
        values: { title: "Snow", purpose: "", place: "Not yet placed", outcome: [council.outcomeId] },
      },
    });
    expect(stale?.kind === "stale" && stale.current?.changedBy).toMatch(/^scrutinyOfficer, \d/);

    await edit(who.clerk, id, 2, { purpose: "Skating." }, { title: "Ice" });
    expect(await row(id)).toMatchObject({ title: "Snow", purpose: "Skating.", version: 3 });
    await edit(who.clerk, id, 3, {}, { title: "Slush" });
    const [aside, chosen] = await listItemHistory(readScope(who.clerk), id);
    expect([chosen?.verb, chosen?.setAside]).toEqual(["edit", [{ field: "title", typed: "Ice" }]]);
    expect([aside?.verb, aside?.setAside, (await row(id)).version]).toEqual([
      "setAside",
      [{ field: "title", typed: "Slush" }],
      3,
    ]);
  });

  it("lets one of many writers of one version win", async () => {
    const id = await createItem(council, "provisional");
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, n) => failure(edit(who.clerk, id, 1, { title: `Title ${n}` }))),
    );
    expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(1);
    const lost = outcomes.filter((outcome) => outcome !== undefined);
    const { title } = await row(id);
    for (const outcome of lost)
      expect(outcome).toMatchObject({ kind: "stale", current: { version: 2, values: { title } } });
    expect(await trail(id)).toHaveLength(1);
  });
});

describe("moving an item", () => {
  it("takes a proposed item in, and from then on the public sees it", async () => {
    const id = await createItem(council, "proposed");
    await move(who.clerk, id, 1, NOWHERE);
    expect(await row(id)).toMatchObject({ status: "provisional", audience: "public", version: 2, moves: [] });
    expect(await publicDb.programmeItem.count()).toBe(1);
    expect(await trail(id)).toEqual(["takeIn by clerk"]);
  });

  it("gives it a place at once, in one transaction, and keeps where from, where to and who", async () => {
    const id = await createItem(council, "proposed");
    await move(who.scrutinyOfficer, id, 1, to(at.january), { reason: "Asked for." });
    expect(await row(id)).toMatchObject({
      status: "scheduled",
      meetingId: at.january,
      slotKind: "meeting",
      version: 3,
      deferrals: 0,
      moves: [
        {
          fromSlot: "none",
          toSlot: "meeting",
          toMeetingId: at.january,
          byId: who.scrutinyOfficer.personId,
          byName: "scrutinyOfficer",
          reason: "Asked for.",
          deferral: false,
          on: TODAY,
          audience: "public",
        },
      ],
    });
    expect(await trail(id)).toEqual(["takeIn by scrutinyOfficer", "schedule by scrutinyOfficer"]);
    const [line] = await listItemHistory(readScope(who.clerk), id);
    expect([line?.from, line?.to]).toEqual(["Not yet placed", "Wednesday 11 January 2017"]);
  });

  it("gives a briefing, a visit or papers sent round their day", async () => {
    const id = await createItem(council, "provisional");
    await move(who.clerk, id, 1, { kind: "visit", on: "2016-11-04" });
    expect(await row(id)).toMatchObject({
      status: "scheduled",
      slotKind: "visit",
      slotOn: "2016-11-04",
      meetingId: null,
    });
    expect((await getDesk(readScope(who.clerk), "our-committee", TODAY)).elsewhere).toHaveLength(1);
  });

  it("counts what comes later as a deferral, on an authority and with a reason", async () => {
    const id = await createItem(council, "scheduled", { meetingId: at.january });
    expect(await refusal(move(who.clerk, id, 1, to(at.march), { reason: "No time." }))).toEqual([
      "against-rule",
      "nobody-consulted",
    ]);
    expect(await refusal(move(who.clerk, id, 1, to(at.march), { consulted: "the Chairman" }))).toEqual([
      "needs-reason",
    ]);
    await move(who.clerk, id, 1, to(at.march), WHY);
    expect(await row(id)).toMatchObject({
      status: "scheduled",
      meetingId: at.march,
      deferrals: 1,
      version: 2,
      moves: [{ deferral: true }],
    });
    await move(who.clerk, id, 2, NOWHERE, WHY);
    expect(await row(id)).toMatchObject({ status: "provisional", slotKind: "none", meetingId: null, deferrals: 2 });
    expect(await trail(id)).toEqual(["deferTo by clerk", "deferWithoutSlot by clerk"]);
    expect(await db.authority.findMany()).toMatchObject(
      Array(2).fill({
        kind: "officer_decision",
        personId: who.clerk.personId,
        statement: "the Chairman",
        decidedOn: TODAY,
      }),
    );
    const [card] = (await getDesk(readScope(who.clerk), "our-committee", TODAY)).unplaced;
    expect(card?.findings.map(({ code }) => code)).toContain("deferred-twice");
    expect(await listVariations(readScope(who.clerk), council.bodies.committee, "2016-06-16")).toHaveLength(2);
    expect(await listVariations(readScope(who.clerk), council.bodies.committee, TODAY)).toHaveLength(0);
  });

  it("does not count what is brought forward, and asks for no authority", async () => {
    const id = await createItem(council, "scheduled", { meetingId: at.march });
    await move(who.scrutinyOfficer, id, 1, to(at.january));
    expect(await row(id)).toMatchObject({
      meetingId: at.january,
      deferrals: 0,
      version: 2,
      moves: [{ deferral: false, authorityId: null }],
    });
    expect([await trail(id), await db.authority.count()]).toEqual([["move by scrutinyOfficer"], 0]);
  });

  it("takes an item off a published agenda only by deferring it", async () => {
    const id = await createItem(council, "on_agenda", { meetingId: at.october });
    expect(await refusal(move(who.scrutinyOfficer, id, 1, to(at.january), WHY))).toEqual(["not-permitted"]);
    await move(who.clerk, id, 1, to(at.january), WHY);
    expect(await row(id)).toMatchObject({ status: "scheduled", meetingId: at.january, deferrals: 1 });
    const back = await createItem(council, "on_agenda", { meetingId: at.january });
    await move(who.clerk, back, 1, to(at.october), WHY);
    expect(await row(back)).toMatchObject({ status: "scheduled", deferrals: 0, moves: [{ deferral: false }] });
  });

  it("moves the report of a review group with the same care, and leaves it with the group", async () => {
    const id = await createItem(council, "with_group", { meetingId: at.january });
    expect(await refusal(move(who.clerk, id, 1, to(at.march), { reason: "No time." }))).toEqual([
      "against-rule",
      "nobody-consulted",
    ]);
    expect(await refusal(move(who.clerk, id, 1, to(at.march), { consulted: "the Chairman" }))).toEqual([
      "needs-reason",
    ]);
    expect(await refusal(move(who.scrutinyOfficer, id, 1, to(at.march), WHY))).toEqual(["not-permitted"]);
    await move(who.clerk, id, 1, to(at.march), WHY);
    expect(await row(id)).toMatchObject({ status: "with_group", meetingId: at.march, deferrals: 1 });
  });

  it("schedules a review once its scoping is approved, and not before", async () => {
    const authority = await db.authority.create({ data: { kind: "import", statement: "A test." } });
    const proposal = (status: "on_agenda" | "approved") =>
      db.scopingProposal.create({
        data: {
          title: "Winter",
          status,
          bodyId: council.bodies.committee,
          audience: "public",
          authorityId: authority.id,
          leadMemberId: who.member.personId,
        },
      });
    const unscoped = await createItem(council, "provisional", {
      type: "review",
      proposalId: (await proposal("on_agenda")).id,
    });
    const before = await traces();
    expect(await refusal(move(who.clerk, unscoped, 1, to(at.january), WHY))).toEqual([
      "against-rule",
      "scoping-not-approved",
    ]);
    expect(await traces()).toEqual(before);
    const scoped = await createItem(council, "provisional", {
      type: "review",
      proposalId: (await proposal("approved")).id,
    });
    await move(who.clerk, scoped, 1, to(at.january), WHY);
    expect((await row(scoped)).status).toBe("scheduled");
  });

  it("takes the committee's own resolution as the authority", async () => {
    const id = await createItem(council, "scheduled", { meetingId: at.january });
    const listed = await db.agendaItem.create({
      data: { meetingId: at.june, position: 1, title: "Winter", bodyId: council.bodies.committee, programmeItemId: id },
    });
    const decision = async (agendaItemId: string | null, position: number) => {
      const minutes = await db.minutes.upsert({
        where: { meetingId: at.june },
        create: { meetingId: at.june, bodyId: council.bodies.committee, status: "published_draft", audience: "public" },
        update: {},
      });
      const minute = await db.minute.create({
        data: {
          minutesId: minutes.id,
          position,
          number: position,
          headings: ["Winter"],
          bodyId: council.bodies.committee,
          agendaItemId,
        },
      });
      return (
        await db.decision.create({
          data: {
            minuteId: minute.id,
            kind: "resolution",
            verb: "Resolved",
            text: "to defer it.",
            bodyId: council.bodies.committee,
          },
        })
      ).id;
    };
    const ours = await decision(listed.id, 1);
    const notOurs = await decision(null, 2);
    const { resolutions } = await getProgrammeItem(readScope(who.clerk), { body: "our-committee", id }, TODAY);
    expect(resolutions).toMatchObject([{ id: ours, itemId: id, number: 1, words: "Resolved to defer it." }]);
    expect(await refusal(move(who.clerk, id, 1, to(at.march), { reason: "Agreed.", decisionId: notOurs }))).toEqual([
      "against-rule",
      "not-before-the-meeting",
    ]);
    expect(
      await failure(move(who.clerk, id, 1, to(at.march), { reason: "Agreed.", decisionId: randomUUID() })),
    ).toMatchObject({ kind: "invalid" });
    await move(who.clerk, id, 1, to(at.march), { reason: "Agreed.", decisionId: ours });
    expect((await row(id)).moves).toMatchObject([{ on: "2016-06-16", deferral: true }]);
    expect((await listItemHistory(readScope(who.clerk), id))[0]?.ground).toMatchObject({
      kind: "resolution",
      minute: { number: 1, on: "2016-06-16" },
    });
    expect(await listVariations(readScope(who.clerk), council.bodies.committee, null)).toEqual([]);
  });

  it("warns of a full meeting, and is done with a reason that is recorded", async () => {
    await db.body.update({ where: { id: council.bodies.committee }, data: { rules: { capacity: 1 } } });
    await createItem(council, "scheduled", { meetingId: at.january });
    await createItem(council, "withdrawn", { meetingId: at.january });
    const id = await createItem(council, "provisional");
    expect(await refusal(move(who.clerk, id, 1, to(at.january)))).toEqual(["needs-reason", "over-capacity"]);
    await move(who.clerk, id, 1, to(at.january), { reason: "Both are short." });
    const [entry] = await db.auditEntry.findMany({ where: { subjectId: id } });
    expect(entry).toMatchObject({ reason: "Both are short.", warnings: [{ code: "over-capacity", severity: "soft" }] });
    const later = await createItem(council, "scheduled", { meetingId: at.march });
    expect(await refusal(move(who.clerk, later, 1, to(at.january)))).toEqual(["needs-reason", "over-capacity"]);
  });

  it("varies a programme that the committee has adopted, on the same authority", async () => {
    const adopted = await db.authority.create({ data: { kind: "import", statement: "A test." } });
    await db.programme.update({
      where: { id: council.programmeId },
      data: { status: "adopted", authorityId: adopted.id },
    });
    const ids = [];
    for (let n = 0; n < 4; n++) ids.push(await createItem(council, "scheduled", { meetingId: at.january }));
    await Promise.all(ids.map((id) => move(who.clerk, id, 1, to(at.march), WHY)));
    const programme = await db.programme.findUniqueOrThrow({
      where: { id: council.programmeId },
      include: { authority: true },
    });
    expect(programme).toMatchObject({ status: "varied", version: 5, authority: { kind: "officer_decision" } });
    expect(await listProgrammeHistory(readScope(who.clerk), council.bodies.committee, 20)).toHaveLength(8);
  });

  it("leaves no trace where it is refused, and what is invisible is not found", async () => {
    const proposed = await createItem(council, "proposed");
    const scheduled = await createItem(council, "scheduled", { meetingId: at.january });
    const considered = await createItem(council, "considered", { meetingId: at.june });
    const over = await createItem(council, "withdrawn");
    const before = await traces();
    for (const wrong of WRONG)
      for (const place of [NOWHERE, to(at.march)])
        expect(await refusal(move(who[wrong], scheduled, 1, place, WHY))).toEqual(["not-permitted"]);
    expect(await failure(move(who.nobody, proposed, 1, NOWHERE))).toEqual({ kind: "not-found" });
    expect(await refusal(move(who.clerk, considered, 1, to(at.march), WHY))).toEqual(["wrong-status"]);
    expect(await refusal(move(who.clerk, over, 1, to(at.march), WHY))).toEqual(["wrong-status"]);
    for (const place of [at.june, at.lost, at.elsewhere, at.january, randomUUID()])
      expect(await failure(move(who.clerk, scheduled, 1, to(place), WHY))).toMatchObject({
        kind: "invalid",
        fields: { to: [/./] },
      });
    expect(await traces()).toEqual(before);
  });

  it("shows where somebody else has moved it", async () => {
    const id = await createItem(council, "scheduled", { meetingId: at.march });
    await move(who.scrutinyOfficer, id, 1, to(at.january));
    expect(await failure(move(who.clerk, id, 1, NOWHERE, WHY))).toMatchObject({
      kind: "stale",
      current: { version: 2, values: { place: "Wednesday 11 January 2017" } },
    });
  });

  it("lets one of many movers win, and keeps one move", async () => {
    const id = await createItem(council, "scheduled", { meetingId: at.january });
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => failure(move(who.clerk, id, 1, to(at.march), WHY))),
    );
    expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome?.kind === "stale")).toHaveLength(7);
    expect(await row(id)).toMatchObject({ version: 2, deferrals: 1, moves: [{}] });
    expect(await db.authority.count()).toBe(1);
  });

  it("is done once, however often its form is sent", async () => {
    const id = await createItem(council, "scheduled", { meetingId: at.january });
    const key = randomUUID();
    await Promise.all(
      Array.from({ length: 20 }, () =>
        once(who.clerk, key, async (tx) => {
          await moving(tx, who.clerk, id, 1, to(at.march), WHY);
          return "/office/programme/our-committee";
        }),
      ),
    );
    expect(await row(id)).toMatchObject({ version: 2, deferrals: 1, moves: [{}] });
  });
});

describe("withdrawing an item", () => {
  it("is done and recorded; the item stays, with the place it had", async () => {
    const id = await createItem(council, "scheduled", { meetingId: at.january });
    await withdraw(who.clerk, id, 1, { reason: "Nobody wants it.", consulted: "the Chairman" });
    expect(await row(id)).toMatchObject({ status: "withdrawn", audience: "public", version: 2, meetingId: at.january });
    const [line] = await listItemHistory(readScope(who.clerk), id);
    expect(line).toMatchObject({
      verb: "withdraw",
      reason: "Nobody wants it.",
      ground: { kind: "officer_decision", statement: "the Chairman" },
    });
    const desk = await getDesk(readScope(who.clerk), "our-committee", TODAY);
    expect([desk.meetings.flatMap(({ cards }) => cards), desk.out.map((item) => item.id)]).toEqual([[], [id]]);
  });

  it("leaves no trace where it is refused, and one of two at once wins", async () => {
    const id = await createItem(council, "provisional");
    const proposed = await createItem(council, "proposed");
    const before = await traces();
    for (const wrong of [...WRONG, "scrutinyOfficer"] as const)
      expect(await refusal(withdraw(who[wrong], id, 1, WHY))).toEqual(["not-permitted"]);
    expect(await failure(withdraw(who.nobody, proposed, 1, WHY))).toEqual({ kind: "not-found" });
    expect(await refusal(withdraw(who.clerk, id, 1, { consulted: "the Chairman" }))).toEqual(["needs-reason"]);
    expect(await refusal(withdraw(who.clerk, id, 1, { reason: "No." }))).toEqual(["against-rule", "nobody-consulted"]);
    expect(await failure(withdraw(who.clerk, id, 7, WHY))).toMatchObject({ kind: "stale", current: { version: 1 } });
    expect(await traces()).toEqual(before);
    const outcomes = await Promise.all([1, 2].map(() => failure(withdraw(who.clerk, id, 1, WHY))));
    expect(outcomes.map((outcome) => outcome?.kind).toSorted()).toEqual(["stale", undefined]);
  });
});

describe("the desk", () => {
  it("is for everybody inside, and not there for anybody else", async () => {
    await createItem(council, "on_agenda", { meetingId: at.october });
    for (const person of Object.values(who).filter(({ name }) => name !== "nobody"))
      expect((await getDesk(readScope(person), "our-committee", TODAY)).meetings[0]?.cards).toHaveLength(1);
    for (const scope of [readScope(who.nobody), PUBLIC_SCOPE]) {
      expect(await failure(getDesk(scope, "our-committee", TODAY))).toEqual({ kind: "not-found" });
      expect(await failure(listProgrammeBodies(scope, TODAY))).toEqual({ kind: "not-found" });
    }
    expect(await failure(getDesk(readScope(who.clerk), "cabinet", TODAY))).toEqual({ kind: "not-found" });
    expect((await listProgrammeBodies(readScope(who.member), TODAY)).map(({ slug }) => slug)).toEqual([
      "another-committee",
      "our-committee",
    ]);
  });

  it("has a column for each meeting to come, and for one that is past and has open items", async () => {
    await createItem(council, "on_agenda", { meetingId: at.october });
    await createItem(council, "considered", { meetingId: at.june });
    const columns = async (today: string) =>
      (await getDesk(readScope(who.clerk), "our-committee", today)).meetings.map(
        ({ date, cards }) => `${date} ${cards.length}`,
      );
    expect(await columns(TODAY)).toEqual(["2016-10-11 1", "2017-01-11 0", "2017-03-20 0"]);
    expect(await columns("2017-02-01")).toEqual(["2016-10-11 1", "2017-03-20 0"]);
  });

  it("keeps what was at a meeting that will not be held in sight", async () => {
    await createItem(council, "scheduled", { meetingId: at.lost });
    const { meetings } = await getDesk(readScope(who.clerk), "our-committee", TODAY);
    expect(meetings.find(({ id }) => id === at.lost)?.cards).toHaveLength(1);
  });

  it("suggests the slot that a report promises, until the item is there", async () => {
    const id = await createItem(council, "on_agenda", { meetingId: at.october, promisedToId: at.january });
    const suggested = async () =>
      (await getDesk(readScope(who.clerk), "our-committee", TODAY)).meetings.map((meeting) => meeting.suggested.length);
    expect(await suggested()).toEqual([0, 1, 0]);
    await move(who.clerk, id, 1, to(at.january), WHY);
    expect(await suggested()).toEqual([0, 0, 0]);
  });

  it("shows an item at its own committee only", async () => {
    const id = await createItem(council, "provisional");
    const get = (body: string) => getProgrammeItem(readScope(who.clerk), { body, id }, TODAY);
    expect((await get("our-committee")).card.item.id).toBe(id);
    expect(await failure(get("another-committee"))).toEqual({ kind: "not-found" });
  });
});
