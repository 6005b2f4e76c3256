import { describe, expect, it } from "vitest";
import { noExclusionWords } from "./item-notes";
import { type PrivateItem, privateFindings, privateWords } from "./private-item";

const exempt: PrivateItem = {
  inPrivate: "exempt",
  paragraphs: [3],
  publicInterest: "The price would be known to those who bid.",
  confidentialGround: null,
};
const open: PrivateItem = { inPrivate: "public", paragraphs: [], publicInterest: null, confidentialGround: null };
const confidential: PrivateItem = { ...open, inPrivate: "confidential", confidentialGround: "court_order" };
const on = { withdrawnAt: null };

describe("an item that is likely to be taken in private", () => {
  it.each([
    ["hard exempt-without-paragraph", { ...exempt, paragraphs: [] }],
    ["hard no-such-paragraph", { ...exempt, paragraphs: [8] }],
    ["soft no-public-interest-reason", { ...exempt, publicInterest: " " }],
    ["hard confidential-without-ground", { ...confidential, confidentialGround: null }],
  ])("%s", (code, item) => {
    expect(privateFindings(item).map((each) => `${each.severity} ${each.code}`)).toEqual([code]);
  });

  it.each([exempt, confidential, open])("has nothing against it where all is said: $inPrivate", (item) => {
    expect(privateFindings(item)).toEqual([]);
  });

  it("says so in public, with what it is about and the reason, and that the meeting decides", () => {
    expect(privateWords({ ...exempt, ...on })).toEqual({
      heading: "Likely to be taken in private: exempt under paragraph 3",
      meaning: expect.stringMatching(
        /^What would be said contains information about the financial .*The meeting decides/,
      ),
      reason: "The price would be known to those who bid.",
    });
    expect(privateWords({ ...exempt, ...on, publicInterest: null })?.reason).toBe(
      "No public-interest reason is recorded.",
    );
    expect(privateWords({ ...confidential, ...on })).toMatchObject({
      meaning:
        "The council may not disclose what would be said: a court order forbids disclosure. The law excludes the public from it.",
      reason: null,
    });
  });

  it("says nothing of an item that is open, or was withdrawn", () => {
    expect(privateWords({ ...open, ...on })).toBeNull();
    expect(privateWords({ ...exempt, withdrawnAt: new Date("2016-10-03") })).toBeNull();
  });

  it("wants an item that excludes the public on its agenda, which was not withdrawn", () => {
    const item = { inPrivate: "exempt", withdrawnAt: null, papers: [] } as const;
    const exclusion = { kind: "exclusion", withdrawnAt: null };
    expect(noExclusionWords(item, [])).toMatch(/as taking this item in private would need\.$/);
    expect(noExclusionWords(item, [{ ...exclusion, withdrawnAt: new Date("2016-10-03") }])).not.toBeNull();
    expect(noExclusionWords(item, [exclusion])).toBeNull();
    expect(noExclusionWords({ ...item, papers: [{ restriction: "exempt" }] }, [])).toMatch(
      /the exempt paper would need/,
    );
    expect(noExclusionWords({ ...item, inPrivate: "confidential" }, [])).toBeNull();
    expect(noExclusionWords({ ...item, withdrawnAt: new Date("2016-10-03") }, [])).toBeNull();
  });
});
