import { beforeEach, describe, expect, it } from "vitest";
import { PUBLIC_SCOPE, readScope } from "@/domain/access/read-scope";
import { db, inTransaction } from "@/server/db";
import { keepProgress } from "@/server/progress/keep";
import { getProgressReport } from "@/server/progress/queries";
import { codesOf } from "../support/outcomes";
import { createItem, createMeeting } from "../support/papers";
import { beginWithCouncil, here, who } from "../support/scoping";

beginWithCouncil();

const NEXT = { slug: "2016-10-11", date: "2016-10-11", status: "published", publishedAt: new Date() } as const;
let minuteId: string;
let meetingId: string;
beforeEach(async () => {
  const june = await createMeeting(here.committee, { slug: "2016-06-16", date: "2016-06-16", status: "held" });
  const minutes = await db.minutes.create({
    data: { meetingId: june, bodyId: here.committee, status: "published_draft", audience: "public" },
  });
  const minute = { minutesId: minutes.id, bodyId: here.committee, position: 1, number: 9, headings: ["Libraries"] };
  ({ id: minuteId } = await db.minute.create({ data: minute }));
  meetingId = await createMeeting(here.committee, NEXT);
  await createItem(here.committee, meetingId, { kind: "matters_raised", title: "Progress" });
  await ask("Look into it.");
});

const ask = (text: string, over: object = {}) =>
  db.followUp.create({
    data: {
      bodyId: here.committee,
      minuteId,
      text,
      raisedOn: "2016-06-16",
      dueNextMeeting: true,
      audience: "public",
      owners: { create: { personId: who.officer.personId } },
      ...over,
    },
  });
const read = (scope = PUBLIC_SCOPE) => getProgressReport(scope, { body: "our-committee", meeting: NEXT.slug });
const asked = async () =>
  (await read(readScope(who.clerk))).rows.map((row) => (row.kind === "follow-up" ? row.asked : row.kind));
const keep = (at = new Date("2016-09-30T15:00:00Z")) =>
  inTransaction((tx) => keepProgress(tx, { id: meetingId, bodyId: here.committee, date: NEXT.date }, at));

describe("progress on matters raised", () => {
  it("is written anew from the record until the agenda is published, and then stays as it stood", async () => {
    expect(await asked()).toEqual(["Look into it."]);
    await ask("Write to the county.");
    expect(await asked()).toEqual(["Look into it.", "Write to the county."]);
    await keep();
    await ask("Too late for this agenda.");
    await db.followUp.updateMany({ data: { status: "cancelled", statusOn: "2016-10-03" } });
    const { rows, keptAt } = await read();
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      minuteNumber: 9,
      subject: "Libraries",
      responsible: ["officer"],
      standsAt: "Open",
    });
    expect(keptAt).toEqual(new Date("2016-09-30T15:00:00Z"));
    await keep(new Date());
    expect((await read()).keptAt).toEqual(keptAt);
    await expect(db.progressReport.update({ where: { meetingId }, data: { rows: [] } })).rejects.toThrow();
  });

  it("leaves out what is not public, and what ended before the last meeting", async () => {
    await ask("Nobody's business.", { audience: "inside" });
    await ask("Done long ago.", { raisedOn: "2016-05-01", status: "cancelled", statusOn: "2016-05-20" });
    await ask("Done since.", { status: "cancelled", statusOn: "2016-08-01" });
    expect(await asked()).toEqual(["Look into it.", "Done since."]);
  });

  it("keeps what is outstanding, however much ended after it was asked for", async () => {
    await db.followUp.updateMany({ data: { raisedOn: "2014-03-01" } });
    await createMeeting(here.committee, { slug: "2016-09-01", date: "2016-09-01", status: "held" });
    await db.followUp.createMany({
      data: Array.from({ length: 400 }, (_, n) => ({
        ...{
          bodyId: here.committee,
          minuteId,
          text: `Ended ${n}`,
          raisedOn: "2016-06-16",
          audience: "public" as const,
        },
        ...{ status: "cancelled" as const, statusOn: n < 399 ? "2016-08-31" : "2016-09-01" },
      })),
    });
    expect(await asked()).toEqual(["Look into it.", "Ended 399"]);
  });

  it("is written with the public's login where the minutes are a draft, and takes nothing from it", async () => {
    await db.minutes.updateMany({ data: { status: "draft", audience: "chair" } });
    const decision = { minuteId, bodyId: here.committee, kind: "recommendation", verb: "Recommended" } as const;
    const { id: decisionId } = await db.decision.create({ data: { ...decision, text: "Draft words:\n1. keep it." } });
    await db.recommendation.create({
      data: {
        ...{ bodyId: here.committee, meetingId, minuteId, decisionId, title: "Libraries kept", agreedOn: "2016-06-16" },
        clauses: {
          create: {
            number: 1,
            text: "keep it.",
            recipientKind: "executive",
            recipientName: "The Cabinet",
            bodyId: here.committee,
          },
        },
      },
    });
    const { rows } = await read();
    expect(rows.map(({ minuteNumber, subject }) => [minuteNumber, subject])).toEqual([
      [null, "Libraries kept"],
      [null, "At the meeting"],
    ]);
    expect(JSON.stringify(rows)).not.toContain("Draft words");
    expect(JSON.stringify((await read(readScope(who.clerk))).rows)).not.toContain("Draft words");
  });

  it("says of each clause whom it goes to where they go to several", async () => {
    const decision = { minuteId, bodyId: here.committee, kind: "recommendation", verb: "Recommended" } as const;
    const recommended = async (position: number, title: string, recipients: string[]) => {
      const { id: decisionId } = await db.decision.create({ data: { ...decision, position, text: "" } });
      await db.recommendation.create({
        data: {
          ...{ bodyId: here.committee, meetingId, minuteId, decisionId, title, agreedOn: "2016-06-16" },
          clauses: {
            create: recipients.map((recipientName, index) => ({
              ...{ number: index + 1, text: "run it.", recipientKind: "partner" as const, bodyId: here.committee },
              recipientName,
            })),
          },
        },
      });
    };
    await recommended(1, "Buses", ["First Bus", "The Cabinet"]);
    await recommended(2, "Trains", ["South West Trains", "South West Trains"]);
    const { rows } = await read();
    const said = rows.flatMap((row) =>
      row.kind === "recommendation" ? [[row.opening, ...row.clauses.map(({ to }) => to)]] : [],
    );
    expect(said).toEqual([
      ["Recommended:", "First Bus", "The Cabinet"],
      ["Recommended to South West Trains:", undefined, undefined],
    ]);
  });

  it("is not found for a meeting that is hidden", async () => {
    await db.meeting.update({ where: { id: meetingId }, data: { audience: "inside" } });
    expect(await codesOf(read())).toEqual(["not-found"]);
  });
});
