import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { addAttendee, recordAttendance } from "@/server/attendance/commands";
import { seatField } from "@/server/attendance/form";
import { getInTheRoom } from "@/server/attendance/in-the-room";
import { recordMovement, removeMovement } from "@/server/attendance/movements";
import { recordSittings } from "@/server/attendance/sittings";
import { db, inTransaction } from "@/server/db";
import { excludePublic, exclusionFields } from "@/server/minutes/exclusion";
import { listRestrictedItems } from "@/server/minutes/restricted-items";
import { takeItem } from "@/server/minutes/taking";
import { answersFrom, type Typed } from "@/server/workflow/answers";
import { begin, heldMeeting } from "../support/minutes";
import { codesOf, failureOf, trail } from "../support/outcomes";
import { createPaper } from "../support/papers";
import { setClock } from "../support/people";
import { beginWithCouncil, here, who } from "../support/scoping";

beginWithCouncil();

let meetingId: string;
let minutesId: string;
let minuteIds: string[];
let itemIds: string[];
beforeEach(async () => {
  await setClock();
  ({ meetingId, itemIds } = await heldMeeting(here.committee, "2016-09-28", [
    { title: "Libraries" },
    { title: "Schools", educationFunction: true },
    { title: "Land" },
  ]));
  ({ minutesId, minuteIds } = await begin(meetingId));
  await attend({ chair: "present", lead: "present", member: "present", coOptee: "present" });
});

const attend = async (kinds: Partial<Record<keyof typeof who, string>>) => {
  const { version } = await db.meeting.findUniqueOrThrow({ where: { id: meetingId } });
  const typed = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [seatField(who[name as keyof typeof who].personId), kind]),
  );
  await inTransaction((tx) => recordAttendance(tx, who.clerk, { meetingId, version, answers: answersFrom(typed) }));
};
const minuteOf = async (id: string | undefined) => db.minute.findUniqueOrThrow({ where: { id: id ?? "" } });

describe("who is in the room", () => {
  const note = (minuteId: string | undefined, typed: Typed, actor: Person = who.clerk) =>
    inTransaction((tx) => recordMovement(tx, actor, { meetingId, minuteId, answers: answersFrom(typed) }));
  const counted = async (at: number) => {
    const meeting = { id: meetingId, bodyId: here.committee, date: "2016-09-28" };
    const taken = minuteIds.map((id, index) => ({
      id,
      agendaItemId: itemIds[index] ?? null,
      educationFunction: index === 1,
    }));
    const room = await getInTheRoom(db, meeting, taken, minuteIds[at] ?? "");
    return room && `${room.quorum.counted} of ${room.quorum.needed}`;
  };

  it("is counted for each item: co-optees where they vote, nobody who left or whom an interest keeps away", async () => {
    expect(await Promise.all([0, 1, 2].map(counted))).toEqual(["3 of 3", "4 of 3", "3 of 3"]);
    await note(minuteIds[2], { personId: who.member.personId, kind: "left", at: "10:45" });
    await db.declaration.create({
      data: {
        ...{ meetingId, agendaItemId: itemIds[1] ?? null, personId: who.lead.personId, kind: "general" },
        ...{ effect: "withdraws", publicText: "A governor" },
      },
    });
    expect(await Promise.all([0, 1, 2].map(counted))).toEqual(["3 of 3", "3 of 3", "2 of 3"]);
    expect(await trail(meetingId)).toContain("recordMovement by clerk");
  });

  it("takes down what can follow, and takes it back; nothing for others, or once minutes are published", async () => {
    const left = { personId: who.member.personId, kind: "left" };
    expect(await failureOf(note(minuteIds[0], { personId: who.member.personId, kind: "returned" }))).toMatchObject({
      fields: { kind: ["Note first when they left."] },
    });
    expect(await failureOf(note(minuteIds[0], { personId: who.officer.personId, kind: "left" }))).toMatchObject({
      fields: { personId: [expect.any(String)] },
    });
    expect(await failureOf(note(minuteIds[0], { ...left, at: "quarter" }))).toMatchObject({ kind: "invalid" });
    expect(await codesOf(note(minuteIds[0], left, who.chair))).toEqual(["not-permitted"]);
    expect(await codesOf(note(itemIds[0], left))).toEqual(["not-found"]);
    await note(minuteIds[0], left);
    const { id } = await db.movement.findFirstOrThrow();
    expect(
      await codesOf(inTransaction((tx) => removeMovement(tx, who.clerk, { meetingId, movementId: meetingId }))),
    ).toEqual(["not-found"]);
    await inTransaction((tx) => removeMovement(tx, who.clerk, { meetingId, movementId: id }));
    expect(await db.movement.count()).toBe(0);
    await db.minutes.update({ where: { id: minutesId }, data: { status: "published_draft", audience: "public" } });
    expect(await codesOf(note(minuteIds[0], left))).toEqual(["wrong-status"]);
  });

  it("knows when it sat, and that it cannot end before it began", async () => {
    const sit = async (typed: Typed) => {
      const { version } = await db.meeting.findUniqueOrThrow({ where: { id: meetingId } });
      return inTransaction((tx) => recordSittings(tx, who.clerk, { meetingId, version, answers: answersFrom(typed) }));
    };
    expect(await failureOf(sit({ "start-1": "10:00", "end-1": "09:00" }))).toMatchObject({
      fields: { "end-1": [expect.any(String)] },
    });
    await sit({ "start-1": "10.05", "end-1": "12:15", "note-1": "An interval of ten minutes." });
    expect(await db.meetingSession.findFirst()).toMatchObject({ startTime: "10:05", endTime: "12:15" });
    const stale = inTransaction((tx) =>
      recordSittings(tx, who.clerk, { meetingId, version: 1, answers: answersFrom({}) }),
    );
    expect(await codesOf(stale)).toEqual(["stale"]);
  });
});

describe("how an item is taken", () => {
  const take = async (minuteId: string | undefined, typed: Typed, version?: number) => {
    const at = version ?? (await minuteOf(minuteId)).version;
    await inTransaction((tx) =>
      takeItem(tx, who.clerk, { minutesId, minuteId, version: at, answers: answersFrom(typed) }),
    );
  };

  it("changes the order of the minutes and their numbers, and leaves the agenda's alone", async () => {
    const { version } = await db.meeting.findUniqueOrThrow({ where: { id: meetingId } });
    const visitor = { personId: who.cabinet.personId, kind: "in_attendance", under: "SO 54(1)", forMinutes: ["3"] };
    await inTransaction((tx) => addAttendee(tx, who.clerk, { meetingId, version, answers: answersFrom(visitor) }));
    await take(minuteIds[2], { after: "first", startedAt: "10:10" });
    const order = await db.minute.findMany({
      where: { minutesId },
      orderBy: { position: "asc" },
      include: { agendaItem: true },
    });
    expect(order.map(({ headings, number, agendaItem }) => [headings[0], number, agendaItem?.place])).toEqual([
      ["Land", 1, 3],
      ["Libraries", 2, 1],
      ["Schools", 3, 2],
    ]);
    expect(await codesOf(take(minuteIds[2], { after: "first" }, 1))).toEqual(["stale"]);
    // Whoever came for a minute came for the same one under its new number.
    expect(await db.attendance.findFirst({ where: { kind: "in_attendance" } })).toMatchObject({ forMinutes: [1] });
    expect(await failureOf(take(minuteIds[2], { after: "nowhere" }))).toMatchObject({ kind: "invalid" });
  });

  it("excludes the public by a resolution that names item and paragraph, or by law where a paper is confidential", async () => {
    const exclude = async (typed: Typed) => {
      const { version } = await minuteOf(minuteIds[0]);
      return inTransaction((tx) =>
        excludePublic(tx, who.clerk, { minutesId, minuteId: minuteIds[0], version, answers: answersFrom(typed) }),
      );
    };
    expect(await codesOf(take(minuteIds[2], { publicAccess: "excluded" }))).toEqual(["wrong-status"]);
    expect(await codesOf(exclude({}))).toContain("no-item-named");
    expect(await codesOf(exclude({ items: itemIds[2] ?? "" }))).toContain("no-paragraph-named");
    expect(await codesOf(exclude({ items: itemIds[2] ?? "", paragraphs: "3" }))).toContain("differs-from-agenda");
    expect(await db.decision.count()).toBe(0);
    await createPaper(here.committee, {
      meetingId,
      agendaItemId: itemIds[2] ?? "",
      restriction: "exempt",
      paragraphs: [3],
    });
    await exclude({ items: itemIds[2] ?? "" });
    const { text } = await db.decision.findFirstOrThrow();
    expect(text).toContain("item 3 (Land), paragraph 3.");
    expect((await minuteOf(minuteIds[2])).publicAccess).toBe("excluded");
    await take(minuteIds[2], { publicAccess: "exempt_not_discussed" });
    expect((await minuteOf(minuteIds[2])).publicAccess).toBe("exempt_not_discussed");
  });

  it("names an item that the agenda said is likely to be taken in private, and takes a confidential one so by law", async () => {
    const [libraries, schools] = [itemIds[0] ?? "", itemIds[1] ?? ""];
    await db.agendaItem.update({ where: { id: schools }, data: { inPrivate: "exempt", paragraphs: [2] } });
    await db.agendaItem.update({
      where: { id: libraries },
      data: { inPrivate: "confidential", confidentialGround: "enactment" },
    });
    const offered = exclusionFields(await listRestrictedItems(db, meetingId));
    expect(offered[0]).toMatchObject({ options: [{ label: "2 Schools" }], value: [schools] });
    expect(await codesOf(take(minuteIds[1], { publicAccess: "excluded" }))).toEqual(["wrong-status"]);
    const { version } = await minuteOf(minuteIds[2]);
    const answers = answersFrom({ items: schools });
    await inTransaction((tx) => excludePublic(tx, who.clerk, { minutesId, minuteId: minuteIds[2], version, answers }));
    expect((await db.decision.findFirstOrThrow()).text).toContain("item 2 (Schools), paragraph 2.");
    expect((await minuteOf(minuteIds[1])).publicAccess).toBe("excluded");
    await take(minuteIds[0], { publicAccess: "excluded" });
    expect((await minuteOf(minuteIds[0])).publicAccess).toBe("excluded");
  });
});
