import { describe, expect, test } from "vitest";
import { type MeetingAwaited, type Waiting, waitingGroups } from "./waiting";

const MONDAY = "2016-10-03";

const october: MeetingAwaited = {
  id: "october",
  slug: "2016-10-11",
  date: "2016-10-11",
  startTime: "10:00",
  body: { kind: "scrutiny_committee", slug: "people-and-communities", shortName: "People and Communities" },
};
const january: MeetingAwaited = { ...october, id: "january", slug: "2017-01-11", date: "2017-01-11" };

const thing = (key: string, over: Partial<Waiting> = {}): Waiting => ({
  key,
  title: key,
  why: "",
  verb: "See it",
  subject: { kind: "forward plan" },
  ...over,
});

/** "kind: keys" a line, as it stands on the page. */
const grouped = (things: Waiting[], today = MONDAY) =>
  waitingGroups(things, today).map((group) => {
    const name = group.kind === "meeting" ? group.meeting.id : group.kind;
    return `${name}: ${group.things.map(({ key }) => key).join(" ")}`;
  });

describe("what waits", () => {
  test("stands by how soon it binds, and what has no date stands last", () => {
    expect(
      grouped([
        thing("undated"),
        thing("for-january", { meeting: january }),
        thing("later", { due: { date: "2016-10-10" } }),
        thing("for-october", { meeting: october }),
        thing("sunday", { due: { date: "2016-10-09" } }),
        thing("today", { due: { date: MONDAY } }),
        thing("late", { due: { date: "2016-09-28" } }),
      ]),
    ).toEqual([
      "now: late today",
      "week: sunday",
      "october: for-october",
      "january: for-january",
      "later: later",
      "open: undated",
    ]);
  });

  test("with a day of its own this week stands there, and not with its meeting", () => {
    expect(
      grouped([
        thing("questions", { meeting: october, due: { date: "2016-10-06", time: "10:00" } }),
        thing("statements", { meeting: october, due: { date: "2016-10-10", time: "12:00" } }),
      ]),
    ).toEqual(["week: questions", "october: statements"]);
  });

  test("on one day goes by the hour, and the whole day lasts longest", () => {
    const due = (time?: string) => ({ due: { date: MONDAY, ...(time && { time }) } });
    expect(grouped([thing("all-day", due()), thing("noon", due("12:00")), thing("ten", due("10:00"))])).toEqual([
      "now: ten noon all-day",
    ]);
  });

  test("for one meeting goes by its agenda, item 7 before item 10", () => {
    const at = (place: string) => thing(place, { meeting: october, place });
    expect(grouped([at("Item 10"), at("Item 7(b)"), at("Item 7(a)")])).toEqual([
      "october: Item 7(a) Item 7(b) Item 10",
    ]);
  });

  test("without a date goes by how long it has waited", () => {
    expect(grouped([thing("new", { since: "2016-09-01" }), thing("old", { since: "2016-06-29" })])).toEqual([
      "open: old new",
    ]);
  });

  test("and was found twice stands once", () => {
    expect(grouped([thing("same"), thing("same")])).toEqual(["open: same"]);
  });

  test("may be nothing", () => expect(grouped([])).toEqual([]));

  test("this week ends on Sunday, also on a Sunday", () => {
    const next = [thing("monday", { due: { date: "2016-10-10" } }), thing("sunday", { due: { date: "2016-10-09" } })];
    expect(grouped(next, "2016-10-09")).toEqual(["now: sunday", "later: monday"]);
  });
});
