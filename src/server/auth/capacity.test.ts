import { describe, expect, it } from "vitest";
import { labelsFrom } from "@/domain/bodies/labels";
import { capacityOf } from "./capacity";

describe("as what somebody is signed in", () => {
  const labels = labelsFrom({ chair: "Chairman" });
  const seat = (role: "chair" | "member", bodyKind: "council" | "scrutiny_committee", body: string) => ({
    role,
    bodyKind,
    body,
  });

  it("is their post, else the seat they preside from, else the committee they sit on, else councillor", () => {
    const council = seat("member", "council", "Council");
    expect(capacityOf({ titles: ["Head of Service"], seats: [council] }, labels)).toBe("Head of Service");
    expect(
      capacityOf(
        {
          titles: [],
          seats: [council, seat("member", "scrutiny_committee", "A"), seat("chair", "scrutiny_committee", "B")],
        },
        labels,
      ),
    ).toBe("Chairman of B");
    expect(capacityOf({ titles: [], seats: [council, seat("member", "scrutiny_committee", "A")] }, labels)).toBe(
      "Member of A",
    );
    expect(capacityOf({ titles: [], seats: [council] }, labels)).toBe("Councillor");
    expect(capacityOf({ titles: [], seats: [] }, labels)).toBeNull();
  });
});
