import { expect, test } from "vitest";
import { type SheetLine, sheetParagraphs } from "./decision-sheet";

const task = (owner: string, text: string) => ({ text, owners: [owner], dueOn: "2016-10-25", dueNextMeeting: false });
const LINES: readonly SheetLine[] = [
  {
    number: 9,
    heading: "Mobile Library Service",
    decisions: [
      {
        kind: "recommendation",
        verb: "Recommended",
        text: "That the vans be kept.",
        reason: "They are needed.",
        to: "Cabinet",
      },
      { kind: "noted", verb: "Noted", text: "", reason: null, to: null },
    ],
    closed: 0,
    tasks: [task("Paul Leivers", "Write to the county.")],
  },
  { number: null, heading: "Land", decisions: [], closed: 2, tasks: [task("Helen Whitby", "Ask for a survey.")] },
];

test("a message begins with what is asked of its reader, and names what it does not tell", () => {
  expect(sheetParagraphs(LINES, "Paul Leivers")).toEqual([
    "ASKED OF YOU",
    "Write to the county. (by 25 October 2016; minute 9, Mobile Library Service)",
    "DECISIONS",
    "Minute 9, Mobile Library Service\nRecommended to Cabinet: That the vans be kept.\nReason: They are needed.\nNoted.",
    "Land\n2 decisions not for publication: members read more in the minutes.",
    "ASKED OF OTHERS",
    "Helen Whitby: Ask for a survey. (by 25 October 2016; Land)",
  ]);
});

test("a message to a member of whom nothing is asked has decisions first, and says where there are none", () => {
  expect(sheetParagraphs(LINES, null).filter((each) => each === each.toUpperCase())).toEqual([
    "DECISIONS",
    "WHO IS TO DO WHAT",
  ]);
  const asked = { number: 2, heading: "Buses", decisions: [], closed: 0, tasks: [task("A", "Ride.")] };
  expect(sheetParagraphs([asked], null).slice(0, 2)).toEqual(["DECISIONS", "None."]);
});
