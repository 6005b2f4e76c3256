import { describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { db, inTransaction } from "@/server/db";
import { addAgendaItem } from "@/server/meetings/agenda-items";
import { getLastLook, keepLook } from "@/server/meetings/looks";
import { getMeeting } from "@/server/meetings/queries";
import { answersFrom } from "@/server/workflow/answers";
import { createFile } from "../support/papers";
import { TODAY } from "../support/people";
import { beginWithMeeting, committee, desk, item, meeting, member, paper } from "../support/publication";

beginWithMeeting();

const HERE = { body: "people-and-communities", meeting: "2016-10-11" };
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 22, 8, minutes));
const seenBy = (reader: Person) => getMeeting(readScope(reader), HERE, TODAY);
const marks = async (reader: Person, now: Date) =>
  Object.fromEntries((await getLastLook(reader, await seenBy(reader), now)).marks ?? [["never", "looked"]]);
const look = async (reader: Person, now: Date, settled = false) => {
  const seen = await seenBy(reader);
  const { shown } = await getLastLook(reader, seen, now);
  return keepLook(db, reader, seen, { shown, now, settled });
};
const add = (title: string) =>
  inTransaction((tx) => addAgendaItem(tx, desk, { meetingId: meeting, answers: answersFrom({ title }) }));

describe("what is new to a reader", () => {
  it("is marked from their own last look on: items, words, files, the room", async () => {
    const appendix = await paper({ title: "Appendix 1" });
    expect(await marks(member, at(0))).toEqual({ never: "looked" });
    await look(member, at(0));
    expect(await marks(member, at(60))).toEqual({});
    const added = await add("Coastal paths");
    await db.agendaItem.update({ where: { id: item }, data: { purpose: "To note." } });
    await createFile(committee, appendix);
    await db.meeting.update({ where: { id: meeting }, data: { place: "Room 2" } });
    const changed = { [added]: "new", [item]: "changed", [appendix]: "new_file", [meeting]: "changed" };
    expect(await marks(member, at(60))).toEqual(changed);
    // Reading marks nothing as read; looking keeps the marks for the visit; the next visit begins anew.
    expect(await marks(member, at(61))).toEqual(changed);
    await look(member, at(61));
    expect(await marks(member, at(62))).toEqual(changed);
    expect(await marks(member, at(120))).toEqual({});
    expect(await marks(desk, at(62))).toEqual({ never: "looked" });
  });

  it("is over where they say so, and not for what changed while they read", async () => {
    await look(member, at(0));
    const added = await add("Coastal paths");
    const seen = await seenBy(member);
    const { shown } = await getLastLook(member, seen, at(1));
    const later = await add("Bridleways");
    expect(await keepLook(db, member, await seenBy(member), { shown, settled: true })).toBe(false);
    expect(await marks(member, at(1))).toEqual({ [added]: "new", [later]: "new" });
    await look(member, at(2), true);
    expect(await marks(member, at(3))).toEqual({});
  });

  it("is no more than they may see, and keeps no words", async () => {
    const secret = await paper({ title: "Canary", restriction: "exempt", paragraphs: [1] });
    await look(member, at(0));
    await db.paper.update({ where: { id: secret }, data: { audience: "keepers" } });
    expect(await marks(member, at(60))).toEqual({});
    expect(JSON.stringify(await db.meetingLook.findMany())).not.toContain("Canary");
  });
});
