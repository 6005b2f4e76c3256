import { describe, expect, it } from "vitest";
import { PUBLIC_SCOPE, readScope } from "@/domain/access/read-scope";
import { clearDays } from "@/domain/calendar/clear-days";
import { londonDate } from "@/domain/calendar/london-time";
import { db, inTransaction, publicDb } from "@/server/db";
import { openProposals } from "@/server/scoping/agenda-place";
import { getProposal, getVersion } from "@/server/scoping/queries";
import { scopingSteps } from "@/server/scoping/steps";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { TODAY } from "../support/people";
import { beginWithCouncil, createMeeting, here, take, who } from "../support/scoping";
import { PUBLISHED, ready, traces } from "../support/scoping-decisions";

beginWithCouncil();

describe("putting a proposal on an agenda", () => {
  it("of a published meeting is a supplement: public at once, and its clear days are counted from there", async () => {
    const id = await ready();
    const meetingId = await createMeeting("2016-10-11", PUBLISHED);
    await take(who.clerk, id, "list", { typed: { agendaItemId: meetingId } });

    const item = await publicDb.agendaItem.findFirstOrThrow({ where: { meetingId } });
    expect(item).toMatchObject({ title: "Winter", reporting: "paper", leadMemberId: who.lead.personId });
    const openSince = item.openSince ?? new Date(0);
    expect(clearDays(londonDate(openSince), "2016-10-11", { calendar: { additions: [] } }).count).toBe(5);
    expect(await publicDb.meetingEntry.findFirstOrThrow()).toMatchObject({
      kind: "supplement",
      agendaItemId: item.id,
      at: openSince,
      text: "“Winter”, an item of its own.",
    });
    expect(await publicDb.paper.findFirstOrThrow()).toMatchObject({ proposalId: id, agendaItemId: item.id, openSince });
    expect(await getProposal(PUBLIC_SCOPE, id, TODAY)).toMatchObject({ status: "on_agenda", audience: "public" });
    expect((await getVersion(PUBLIC_SCOPE, id, 1)).number).toBe(1);
    expect((await trail(id)).at(-1)).toBe("list by clerk");
    expect(await trail(meetingId)).toEqual(["addItem by clerk"]);
  });

  it("stands after all that is there, so that no number changes", async () => {
    const meetingId = await createMeeting("2016-10-11", PUBLISHED);
    const of = { meetingId, bodyId: here.committee, audience: "public" } as const;
    await db.agendaItem.create({ data: { ...of, position: 7, title: "Questions" } });
    const id = await ready();
    await take(who.clerk, id, "list", { typed: { agendaItemId: meetingId } });
    const items = await db.agendaItem.findMany({ where: { meetingId }, orderBy: { place: "asc" } });
    expect(items.map(({ title, place }) => [place, title])).toEqual([
      [1, "Questions"],
      [2, "Winter"],
    ]);
  });

  it("under an item that is there adds the paper to it", async () => {
    const meetingId = await createMeeting("2016-10-11", PUBLISHED);
    const { id: itemId } = await db.agendaItem.create({
      data: {
        meetingId,
        bodyId: here.committee,
        audience: "public",
        position: 1,
        title: "Work programme",
        kind: "work_programme",
      },
    });
    const id = await ready();
    await take(who.clerk, id, "list", { typed: { agendaItemId: itemId } });
    expect(await db.agendaItem.count()).toBe(1);
    expect(await publicDb.meetingEntry.findFirstOrThrow()).toMatchObject({ text: "“Winter”, under “Work programme”." });
    expect(await db.scopingProposal.findUniqueOrThrow({ where: { id } })).toMatchObject({ agendaItemId: itemId });
  });

  it("that is not published yet stays the committee's until it is", async () => {
    const id = await ready();
    const meetingId = await createMeeting("2016-10-11");
    await take(who.clerk, id, "list", { typed: { agendaItemId: meetingId } });
    expect(await getProposal(readScope(who.member), id, TODAY)).toMatchObject({
      status: "on_agenda",
      audience: "members",
    });
    expect(await failureOf(getProposal(PUBLIC_SCOPE, id, TODAY))).toEqual({ kind: "not-found" });
    expect(await failureOf(getProposal(readScope(who.elsewhere), id, TODAY))).toEqual({ kind: "not-found" });
    expect([await publicDb.agendaItem.count(), await publicDb.paper.count(), await db.meetingEntry.count()]).toEqual([
      0, 0, 0,
    ]);
    await inTransaction((tx) => openProposals(tx, meetingId));
    expect((await getProposal(PUBLIC_SCOPE, id, TODAY)).status).toBe("on_agenda");
  });

  it("is refused without a place, and takes none that is not its committee's and to come; nothing is left behind", async () => {
    const id = await ready();
    const other = await createMeeting("2016-10-12", { bodyId: here.other });
    const past = await createMeeting("2016-09-01");
    const held = await createMeeting("2016-10-13", { status: "held" });
    const before = await traces();
    expect(await codesOf(take(who.clerk, id, "list"))).toEqual(["against-rule", "no-agenda-item"]);
    for (const place of [other, past, held, id])
      expect(await failureOf(take(who.clerk, id, "list", { typed: { agendaItemId: place } }))).toMatchObject({
        kind: "invalid",
        fields: { agendaItemId: expect.anything() },
      });
    expect(await traces()).toEqual(before);
  });

  it("is for democratic services", async () => {
    const id = await ready();
    const meetingId = await createMeeting("2016-10-11");
    const before = await traces();
    for (const person of [who.officer, who.lead, who.chair, who.scrutinyOfficer, who.properOfficer])
      expect(await failureOf(take(person, id, "list", { typed: { agendaItemId: meetingId } }))).not.toBeUndefined();
    for (const person of [who.elsewhere, who.cabinet, who.administrator])
      expect(await failureOf(take(person, id, "list", { typed: { agendaItemId: meetingId } }))).toEqual({
        kind: "not-found",
      });
    expect(await traces()).toEqual(before);
  });

  it("by two at once is done once", async () => {
    const id = await ready();
    const meetingId = await createMeeting("2016-10-11", PUBLISHED);
    const both = await Promise.all(
      [0, 1].map(() => failureOf(take(who.clerk, id, "list", { typed: { agendaItemId: meetingId } }))),
    );
    expect(both.map((failure) => failure?.kind).toSorted()).toEqual(["stale", undefined]);
    expect([await db.agendaItem.count(), await db.paper.count()]).toEqual([1, 1]);
  });

  it("is offered with the meetings to come and their items, and what it asks is not in the way", async () => {
    const id = await ready();
    await createMeeting("2016-10-11", PUBLISHED);
    await createMeeting("2017-01-11");
    const { steps } = await scopingSteps.offer(who.clerk, id);
    const list = steps.find(({ name }) => name === "list");
    expect(list?.blockedBy).toEqual([]);
    expect(list?.fields[0]).toMatchObject({
      options: [
        { label: "11 October 2016: a new item, published at once as a supplement" },
        { label: "11 January 2017: a new item" },
      ],
    });
    expect((await scopingSteps.offer(who.member, id)).steps).toEqual([]);
  });
});
