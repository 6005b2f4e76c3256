import { describe, expect, test } from "vitest";
import { ENGLAND_AND_WALES } from "./council-calendar";
import { clearDaysVerdict, noticeVerdict } from "./notice";

const facts = { strategy: "working", calendar: ENGLAND_AND_WALES } as const;
const meetingOn = "2016-10-11";

describe("the verdict in words", () => {
  test.each([
    [6, undefined, "meets the rule of 5 clear days"],
    [5, undefined, "meets the rule of 5 clear days"],
    [4, undefined, "does not meet the rule of 5 clear days: 4"],
    [0, undefined, "does not meet the rule of 5 clear days: 0"],
    [2, 3, "does not meet the rule of 3 clear days: 2"],
    [1, 1, "meets the rule of 1 clear day"],
  ])("%i of %s: %s", (count, needed, words) => expect(clearDaysVerdict(count, needed)).toBe(words));
});

describe("a meeting convened in good time", () => {
  test("an agenda of Friday 30 September meets the rule", () => {
    const verdict = noticeVerdict("2016-09-30", meetingOn, { ...facts, convened: "2016-05-20" });
    expect(verdict).toMatchObject({ meets: true, basis: "clear_days", words: "meets the rule of 5 clear days" });
    expect(verdict.clear.count).toBe(6);
  });

  test("a report of Tuesday 4 October does not, whenever the meeting was convened", () => {
    for (const convened of [undefined, "2016-05-20", "2016-10-03"]) {
      expect(noticeVerdict("2016-10-04", meetingOn, { ...facts, convened })).toMatchObject({
        meets: false,
        basis: "clear_days",
        words: "does not meet the rule of 5 clear days: 4",
      });
    }
  });
});

describe("a meeting convened at shorter notice, section 100B(4)(a)", () => {
  const convened = { date: "2016-10-05", time: "11:00" };

  test.each([
    ["at the same minute", { date: "2016-10-05", time: "11:00" }],
    ["the day before", "2016-10-04"],
    ["on the same day, the hour unknown", "2016-10-05"],
  ])("open from convening, %s", (_, published) => {
    expect(noticeVerdict(published, meetingOn, { ...facts, convened })).toMatchObject({
      meets: true,
      basis: "convened_at_shorter_notice",
      words:
        "meets the rule for a meeting convened at shorter notice on Wednesday 5 October 2016, with 3 clear days: open since then",
    });
  });

  test.each([{ date: "2016-10-05", time: "11:01" }, "2016-10-06"])(
    "put up later, %j, it falls under neither limb",
    (published) => {
      const verdict = noticeVerdict(published, meetingOn, { ...facts, convened });
      expect(verdict).toMatchObject({ meets: false, basis: "clear_days" });
      expect(verdict.words).toMatch(
        /^does not meet the rule of 5 clear days: [23]; the meeting was convened at shorter notice/,
      );
    },
  );

  test("the council's cut-off does not turn late papers into shorter notice", () => {
    const evening = { date: "2016-10-03", time: "18:00" };
    const verdict = noticeVerdict(evening, meetingOn, { ...facts, cutOff: "17:00", convened: evening });
    expect(verdict).toMatchObject({ meets: false, words: "does not meet the rule of 5 clear days: 4" });
  });

  test("nothing is open since convening that was put up after the meeting", () => {
    expect(noticeVerdict("2016-10-12", meetingOn, { ...facts, convened: "2016-10-13" }).meets).toBe(false);
  });
});
