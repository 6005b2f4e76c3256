import { describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { DORSET_2016 } from "@/domain/scoping/templates";
import { getCalendar, getClock } from "@/server/clock/queries";
import { db } from "@/server/db";
import { groupsWaiting } from "@/server/waiting/groups";
import { programmeWaiting } from "@/server/waiting/programme";
import { scopingWaiting } from "@/server/waiting/scoping";
import { createBody } from "../support/people";
import { createItem } from "../support/programme";
import { at, beginWithCouncil, council, who } from "../support/programme-commands";

beginWithCouncil();

async function titles(ask: typeof scopingWaiting, person: Person): Promise<string[]> {
  const [clock, calendar] = await Promise.all([getClock(), getCalendar()]);
  const things = await ask({ person, scope: readScope(person), today: clock.date, clock, calendar });
  return things.map(({ title }) => title).sort();
}

describe("what was before a meeting that was held", () => {
  it("waits to be recorded, for whoever serves the committee: a proposal, then its work", async () => {
    await db.body.updateMany({
      where: { id: council.bodies.committee },
      data: { scopingTemplate: JSON.parse(JSON.stringify(DORSET_2016)) },
    });
    const { id: agendaItemId } = await db.agendaItem.create({
      data: { meetingId: at.june, bodyId: council.bodies.committee, position: 1, title: "Winter", audience: "public" },
    });
    const { id } = await db.scopingProposal.create({
      data: {
        title: "Winter",
        bodyId: council.bodies.committee,
        status: "on_agenda",
        audience: "public",
        agendaItemId,
        leadMemberId: who.member.personId,
      },
    });
    expect(await titles(scopingWaiting, who.clerk)).toContain("Record what was decided of “Winter”");
    for (const person of [who.member, who.officer, who.cabinet])
      expect(await titles(scopingWaiting, person)).not.toContain("Record what was decided of “Winter”");

    const { id: authorityId } = await db.authority.create({ data: { kind: "import", statement: "The pack" } });
    await db.scopingProposal.update({ where: { id }, data: { status: "approved", authorityId } });
    expect(await titles(scopingWaiting, who.clerk)).toContain("“Winter” is approved");
  });

  it("and an item of the programme: what was done on it, and what becomes of it", async () => {
    await createItem(council, "on_agenda", { title: "Roads", meetingId: at.june });
    await createItem(council, "scheduled", { title: "Visit", slotKind: "visit", slotOn: "2016-09-30" });
    await createItem(council, "considered", { title: "Buses", meetingId: at.june });
    await createItem(council, "on_agenda", { title: "Trains", meetingId: at.october });
    const found = await titles(programmeWaiting, who.clerk);
    expect(found).toEqual(
      expect.arrayContaining([
        "Decide what becomes of “Buses”",
        "Record what was done on “Roads”",
        "Record what was done on “Visit”",
      ]),
    );
    expect(found).not.toContain("Record what was done on “Trains”");
    for (const person of [who.member, who.otherClerk, who.scrutinyOfficer])
      expect(await titles(programmeWaiting, person)).not.toContain("Record what was done on “Roads”");
  });
});

describe("a review group", () => {
  it("waits to be set up, to be given more time and to have its report answered", async () => {
    const group = async (name: string, data: { status: "proposed" | "gathering" | "reported"; endsOn?: string }) => {
      const bodyId = await createBody("review_group", name);
      const audience = data.status === "proposed" ? "inside" : "public";
      await db.reviewGroup.create({
        data: { bodyId, parentId: council.bodies.committee, format: "working_group", audience, ...data },
      });
      return bodyId;
    };
    await group("Proposed", { status: "proposed" });
    const late = await group("Late", { status: "gathering", endsOn: "2016-10-03" });
    await group("On time", { status: "gathering", endsOn: "2016-10-04" });
    await group("Reported", { status: "reported", endsOn: "2016-09-01" });
    expect(await titles(groupsWaiting, who.clerk)).toEqual([
      "“Late” was to end",
      "“Proposed” waits to be set up",
      "“Reported” has reported",
    ]);
    const seat = { bodyId: late, bodyKind: "review_group", role: "member", portfolioId: null } as const;
    expect(await titles(groupsWaiting, { ...who.member, seats: [...who.member.seats, seat] })).toEqual([
      "“Late” was to end",
    ]);
    for (const person of [who.councillor, who.otherClerk, who.nobody])
      expect(await titles(groupsWaiting, person)).toEqual([]);
  });
});
