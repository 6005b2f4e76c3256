import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/domain/access/actor";
import { unseal } from "@/server/auth/sealed";
import { db, inTransaction, publicDb } from "@/server/db";
import { issueDecisionSheet } from "@/server/decision-sheets/commands";
import { getDecisionSheets } from "@/server/decision-sheets/queries";
import { begin, decide, heldMeeting, write } from "../support/minutes";
import { codesOf, trail } from "../support/outcomes";
import { setClock } from "../support/people";
import { beginWithCouncil, here, who } from "../support/scoping";

beginWithCouncil();

process.env.SCRUTINEER_SECRET ??= "a secret of the tests, which nobody else has";

let meetingId: string;
let minutesId: string;
let minuteIds: string[];
beforeEach(async () => {
  await setClock();
  ({ meetingId } = await heldMeeting(here.committee, "2016-09-28", [{ title: "Libraries" }, { title: "Land" }]));
  ({ minutesId, minuteIds } = await begin(meetingId));
  const addresses = { member: "member@example.org", officer: "officer@example.org", elsewhere: "other@example.org" };
  for (const [name, email] of Object.entries(addresses))
    await db.personContact.create({ data: { personId: who[name as keyof typeof addresses].personId, email } });
});

const issue = (actor: Person = who.clerk) => inTransaction((tx) => issueDecisionSheet(tx, actor, { meetingId }));
const read = (person: Person) => getDecisionSheets(person, { body: "our-committee", meeting: "2016-09-28" });
const resolved = { kind: "resolution", text: "That the vans be kept." };
const askOfficer = () =>
  db.followUp.create({
    data: {
      ...{ bodyId: here.committee, minuteId: minuteIds[0] ?? "", text: "Write to the county." },
      ...{ raisedOn: "2016-09-28", dueNextMeeting: true, audience: "public" },
      owners: { create: { personId: who.officer.personId } },
    },
  });

describe("the decision sheet", () => {
  it("goes to members and to whom something is asked of, says what was decided, and stays as it was sent", async () => {
    await decide(minutesId, minuteIds[0], resolved);
    await askOfficer();
    await issue();
    await decide(minutesId, minuteIds[0], { kind: "noted", text: "Later." });
    const { issued, next } = await read(who.member);
    expect(next).toBeNull();
    expect(issued).toMatchObject([
      {
        number: 1,
        lines: [
          {
            number: 1,
            heading: "Libraries",
            decisions: [{ verb: "Resolved", text: "That the vans be kept." }],
            tasks: [{ text: "Write to the county.", owners: ["officer"], dueNextMeeting: true }],
          },
        ],
      },
    ]);
    const mails = await db.mail.findMany({ orderBy: { to: "asc" } });
    expect(mails.map(({ to }) => to)).toEqual(["member@example.org", "officer@example.org"]);
    const [toMember, toOfficer] = mails.map(({ text }) => unseal("mail", text));
    for (const text of [toMember, toOfficer]) {
      expect(text).toContain("Minute 1, Libraries\nResolved: That the vans be kept.");
      expect(text).toContain("Subject to confirmation of the wording.");
      expect(text).toContain("/office/meetings/our-committee/2016-09-28/decision-sheet/decision-sheet.pdf");
    }
    expect(toOfficer).toContain("ASKED OF YOU\n\nWrite to the county. (by the next meeting; minute 1, Libraries)");
    expect(toMember).not.toContain("ASKED OF YOU");
    expect(await trail(meetingId)).toContain("issueDecisionSheet by clerk");
    expect(await publicDb.decisionSheet.count()).toBe(0);
    expect((await read(who.clerk)).next?.[0]?.decisions).toHaveLength(2);
    await expect(db.decisionSheet.updateMany({ data: { lines: [] } })).rejects.toThrow();
  });

  it("names what is not for publication, and tells nothing of it", async () => {
    const restricted = { headings: "Land", markdown: "Secret.", restriction: "exempt", paragraphs: "3" };
    await write(minutesId, minuteIds[1] ?? "", restricted);
    await decide(minutesId, minuteIds[1], { kind: "resolution", text: "That the secret land be sold." });
    await issue();
    const { issued } = await read(who.member);
    expect(issued[0]?.lines).toMatchObject([{ heading: "Land", decisions: [], closed: 1 }]);
    const mails = (await db.mail.findMany()).map(({ text }) => unseal("mail", text));
    expect(mails[0]).toContain("A decision not for publication");
    expect(JSON.stringify([issued, mails])).not.toMatch(/secret/i);
  });

  it("is for democratic services, where there is something to tell and the minutes do not tell it yet", async () => {
    expect(await codesOf(issue())).toEqual(["wrong-status"]);
    await decide(minutesId, minuteIds[0], resolved);
    for (const actor of [who.chair, who.member, who.officer])
      expect(await codesOf(issue(actor))).toEqual(["not-permitted"]);
    expect(await codesOf(read(who.member))).toEqual(["not-found"]);
    await db.meeting.update({ where: { id: meetingId }, data: { audience: "keepers" } });
    expect(await codesOf(issue(who.member))).toEqual(["not-found"]);
    await db.meeting.update({ where: { id: meetingId }, data: { audience: "public" } });
    const both = await Promise.all([issue(), issue()]);
    expect(both.toSorted()).toEqual([1, 2]);
    await db.minutes.update({ where: { id: minutesId }, data: { status: "published_draft", audience: "public" } });
    expect(await codesOf(issue())).toEqual(["wrong-status"]);
    expect(await db.decisionSheet.count()).toBe(2);
  });
});
