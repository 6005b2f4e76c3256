import { describe, expect, it } from "vitest";
import { type Attendance, type AttendanceKind, attendanceRecord, isCounted, unaccountedFor } from "./attendance";

const attendance = (kind: AttendanceKind, facts: Partial<Attendance> = {}): Attendance => ({
  personId: "croney",
  kind,
  substituteForId: null,
  under: null,
  forMinutes: [],
  awayForItemIds: [],
  ...facts,
});

describe("attendance", () => {
  it.each([
    ["present", true],
    ["substitute", true],
    ["apologies", false],
    ["absent", false],
    ["in_attendance", false],
    ["officer", false],
    ["remote", false],
  ] as const)("counts %s: %s", (kind, counted) => expect(isCounted(attendance(kind), null)).toBe(counted));

  it("does not count who had left the room for the item, and counts them for the rest", () => {
    const left = attendance("present", { awayForItemIds: ["item-9"] });
    expect([isCounted(left, "item-9"), isCounted(left, "item-10"), isCounted(left, null)]).toEqual([false, true, true]);
  });

  it("finds the seat that is in neither list, as on 16 June 2016", () => {
    const lists = [attendance("present"), attendance("apologies", { personId: "byatt" })];
    const seats = ["croney", "byatt", "a-co-optee"].map((personId) => ({ personId }));
    expect(unaccountedFor(seats, lists)).toEqual([{ personId: "a-co-optee" }]);
  });

  it("holds a cancelled meeting against nobody, and a held one without a record against its seat", () => {
    expect(
      attendanceRecord([
        { status: "held", attendance: attendance("present") },
        { status: "held", attendance: attendance("apologies") },
        { status: "held", attendance: null },
        { status: "cancelled", attendance: null },
        { status: "abandoned", attendance: attendance("present") },
      ]),
    ).toEqual({ attended: 1, expected: 3 });
  });
});
