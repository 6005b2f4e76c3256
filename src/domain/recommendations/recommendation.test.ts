import { describe, expect, it } from "vitest";
import type { Authority } from "@/domain/workflow/authority";
import { AUTHORITY, PEOPLE, TODAY } from "@/domain/workflow/people.fixture";
import { type AgreedRecommendation, recommendationFindings } from "./recommendation";

const asks = (text = "That every bid above £0.5 million come to this committee before it is made.") =>
  ({ text, recipientKind: "executive" }) as const;
const found = (clauses: AgreedRecommendation["clauses"], authority: Authority | undefined = AUTHORITY.resolution) =>
  recommendationFindings(
    { kind: "recommendation", clauses },
    { authority, actor: PEOPLE.democratic_services, today: TODAY },
  ).map(({ severity, code }) => `${severity} ${code}`);

describe("recording a recommendation", () => {
  it("finds nothing against one that a meeting carried and that asks something of somebody", () => {
    expect(found([asks()])).toEqual([]);
  });

  it.each([
    ["hard no-authority", [asks()], AUTHORITY.officer_decision],
    ["hard meeting-not-held", [asks()], { ...AUTHORITY.resolution, held: false }],
    ["hard meeting-not-quorate", [asks()], { ...AUTHORITY.resolution, quorate: false }],
    ["hard no-clause", [], AUTHORITY.resolution],
    ["hard no-text", [asks(" ")], AUTHORITY.resolution],
    ["hard no-recipient", [{ ...asks(), recipientKind: null }], AUTHORITY.resolution],
    ["soft many-clauses", Array.from({ length: 9 }, () => asks()), AUTHORITY.resolution],
  ] as const)("meets: %s", (finding, clauses, authority) => expect(found(clauses, authority)).toEqual([finding]));

  it.each([
    "That the report be noted.",
    "Note the progress made",
    "That the Cabinet notes the report",
    "request further information on costs",
  ])("calls weak: %s", (text) => expect(found([asks(text)])).toEqual(["soft weak-clause"]));

  it.each(["Notify schools of the change by May", "That officers publish a note of each visit"])(
    "lets stand: %s",
    (text) => {
      expect(found([asks(text)])).toEqual([]);
    },
  );
});
