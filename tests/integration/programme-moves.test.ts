import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readScope } from "@/domain/access/read-scope";
import { db, publicDb } from "@/server/db";
import { once } from "@/server/forms/once";
import { getDesk } from "@/server/programme/desk";
import { listItemHistory, listProgrammeHistory, listVariations } from "@/server/programme/item-history";
import { getProgrammeItem } from "@/server/programme/queries";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { TODAY } from "../support/people";
import { createItem } from "../support/programme";
import {
  at,
  beginWithCouncil,
  council,
  move,
  moving,
  NOWHERE,
  row,
  to,
  traces,
  WHY,
  WRONG,
  who,
} from "../support/programme-commands";

beginWithCouncil();

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
    expect(await codesOf(move(who.clerk, id, 1, to(at.march), { reason: "No time." }))).toEqual([
      "against-rule",
      "nobody-consulted",
    ]);
    expect(await codesOf(move(who.clerk, id, 1, to(at.march), { consulted: "the Chairman" }))).toEqual([
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
    expect(await codesOf(move(who.scrutinyOfficer, id, 1, to(at.january), WHY))).toEqual(["not-permitted"]);
    await move(who.clerk, id, 1, to(at.january), WHY);
    expect(await row(id)).toMatchObject({ status: "scheduled", meetingId: at.january, deferrals: 1 });
    const back = await createItem(council, "on_agenda", { meetingId: at.january });
    await move(who.clerk, back, 1, to(at.october), WHY);
    expect(await row(back)).toMatchObject({ status: "scheduled", deferrals: 0, moves: [{ deferral: false }] });
  });

  it("moves the report of a review group with the same care, and leaves it with the group", async () => {
    const id = await createItem(council, "with_group", { meetingId: at.january });
    expect(await codesOf(move(who.clerk, id, 1, to(at.march), { reason: "No time." }))).toEqual([
      "against-rule",
      "nobody-consulted",
    ]);
    expect(await codesOf(move(who.clerk, id, 1, to(at.march), { consulted: "the Chairman" }))).toEqual([
      "needs-reason",
    ]);
    expect(await codesOf(move(who.scrutinyOfficer, id, 1, to(at.march), WHY))).toEqual(["not-permitted"]);
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
    expect(await codesOf(move(who.clerk, unscoped, 1, to(at.january), WHY))).toEqual([
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
    expect(await codesOf(move(who.clerk, id, 1, to(at.march), { reason: "Agreed.", decisionId: notOurs }))).toEqual([
      "against-rule",
      "not-before-the-meeting",
    ]);
    expect(
      await failureOf(move(who.clerk, id, 1, to(at.march), { reason: "Agreed.", decisionId: randomUUID() })),
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
    expect(await codesOf(move(who.clerk, id, 1, to(at.january)))).toEqual(["needs-reason", "over-capacity"]);
    await move(who.clerk, id, 1, to(at.january), { reason: "Both are short." });
    const [entry] = await db.auditEntry.findMany({ where: { subjectId: id } });
    expect(entry).toMatchObject({ reason: "Both are short.", warnings: [{ code: "over-capacity", severity: "soft" }] });
    const later = await createItem(council, "scheduled", { meetingId: at.march });
    expect(await codesOf(move(who.clerk, later, 1, to(at.january)))).toEqual(["needs-reason", "over-capacity"]);
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
        expect(await codesOf(move(who[wrong], scheduled, 1, place, WHY))).toEqual(["not-permitted"]);
    expect(await failureOf(move(who.nobody, proposed, 1, NOWHERE))).toEqual({ kind: "not-found" });
    expect(await codesOf(move(who.clerk, considered, 1, to(at.march), WHY))).toEqual(["wrong-status"]);
    expect(await codesOf(move(who.clerk, over, 1, to(at.march), WHY))).toEqual(["wrong-status"]);
    for (const place of [at.june, at.lost, at.elsewhere, at.january, randomUUID()])
      expect(await failureOf(move(who.clerk, scheduled, 1, to(place), WHY))).toMatchObject({
        kind: "invalid",
        fields: { to: [/./] },
      });
    expect(await traces()).toEqual(before);
  });

  it("shows where somebody else has moved it", async () => {
    const id = await createItem(council, "scheduled", { meetingId: at.march });
    await move(who.scrutinyOfficer, id, 1, to(at.january));
    expect(await failureOf(move(who.clerk, id, 1, NOWHERE, WHY))).toMatchObject({
      kind: "stale",
      current: { version: 2, values: { place: "Wednesday 11 January 2017" } },
    });
  });

  it("lets one of many movers win, and keeps one move", async () => {
    const id = await createItem(council, "scheduled", { meetingId: at.january });
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => failureOf(move(who.clerk, id, 1, to(at.march), WHY))),
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
