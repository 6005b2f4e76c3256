import { describe, expect, it } from "vitest";
import { PUBLIC_SCOPE, readScope } from "@/domain/access/read-scope";
import { getDesk, listProgrammeBodies } from "@/server/programme/desk";
import { getProgrammeItem } from "@/server/programme/queries";
import { failureOf } from "../support/outcomes";
import { TODAY } from "../support/people";
import { createItem } from "../support/programme";
import { at, beginWithCouncil, council, move, to, WHY, who } from "../support/programme-commands";

beginWithCouncil();

describe("the desk", () => {
  it("is for everybody inside, and not there for anybody else", async () => {
    await createItem(council, "on_agenda", { meetingId: at.october });
    for (const person of Object.values(who).filter(({ name }) => name !== "nobody"))
      expect((await getDesk(readScope(person), "our-committee", TODAY)).meetings[0]?.cards).toHaveLength(1);
    for (const scope of [readScope(who.nobody), PUBLIC_SCOPE]) {
      expect(await failureOf(getDesk(scope, "our-committee", TODAY))).toEqual({ kind: "not-found" });
      expect(await failureOf(listProgrammeBodies(scope, TODAY))).toEqual({ kind: "not-found" });
    }
    expect(await failureOf(getDesk(readScope(who.clerk), "cabinet", TODAY))).toEqual({ kind: "not-found" });
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
    expect(await failureOf(get("another-committee"))).toEqual({ kind: "not-found" });
  });
});
