import { describe, expect, it } from "vitest";
import { clauseWords, inOrder, isReportedTo, type ProgressRow, subjectWords } from "./progress-report";

const asked = { askedOn: "2016-06-16", isOver: false, overOn: null };
const row = (minuteNumber: number | null, kind: ProgressRow["kind"], meetingOn = "2016-06-16") =>
  ({ meetingOn, minuteNumber, subject: `${kind} ${minuteNumber}`, responsible: [], kind }) as unknown as ProgressRow;

describe("progress on matters raised", () => {
  it("tells a meeting of what is outstanding from earlier ones", () => {
    expect(isReportedTo("2016-10-11", "2016-06-16", asked)).toBe(true);
    expect(isReportedTo("2016-06-16", null, asked)).toBe(false);
  });

  it("tells of what ended since the meeting before, and of that no more at the next", () => {
    const over = { ...asked, isOver: true, overOn: "2016-09-01" };
    expect(isReportedTo("2016-10-11", "2016-06-16", over)).toBe(true);
    expect(isReportedTo("2017-01-11", "2016-10-11", over)).toBe(false);
  });

  it("goes by meeting and minute, recommendations first", () => {
    const rows = [
      row(null, "follow-up"),
      row(10, "follow-up"),
      row(10, "recommendation"),
      row(9, "recommendation"),
      row(3, "recommendation", "2016-10-11"),
    ];
    expect(inOrder(rows).map(({ subject }) => subject)).toEqual([
      "recommendation 9",
      "recommendation 10",
      "follow-up 10",
      "follow-up null",
      "recommendation 3",
    ]);
  });

  it("says to whom a clause goes where they go to several", () => {
    const clause = { number: 2, text: "run a later bus" };
    expect([clauseWords(clause), clauseWords({ ...clause, to: "First Bus" })]).toEqual([
      "2. run a later bus",
      "2. To First Bus: run a later bus",
    ]);
  });

  it("names the minute and its subject", () => {
    expect(subjectWords({ minuteNumber: 9, subject: "Mobile Library Service" })).toBe(
      "Minute 9 - Mobile Library Service",
    );
    expect(subjectWords({ minuteNumber: null, subject: "Carers" })).toBe("Carers");
  });
});
