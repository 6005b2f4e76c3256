import { expect, it } from "vitest";
import { readScope } from "@/domain/access/read-scope";
import { subjectWords } from "@/domain/progress/progress-report";
import { recordAttendance } from "@/server/attendance/commands";
import { seatField } from "@/server/attendance/form";
import { db, inTransaction } from "@/server/db";
import { addMinute } from "@/server/minutes/minute-items";
import { recordOutcome } from "@/server/minutes/outcome";
import { takeItem } from "@/server/minutes/taking";
import { getProgressReport } from "@/server/progress/queries";
import { answersFrom, type Typed } from "@/server/workflow/answers";
import { LIBRARY_CLAUSES, MINUTES, OFFER_CLAUSES } from "../../prisma/demonstration/minutes-facts";
import { begin, heldMeeting, write } from "../support/minutes";
import { createMeeting } from "../support/papers";
import { setClock } from "../support/people";
import { beginWithCouncil, here, who } from "../support/scoping";

beginWithCouncil();

/** What is typed at the table of the two items that came to something; the rest were noted, or nothing was decided. */
const followsFrom = (number: number, kind: string): Typed => {
  if (kind === "recommendation") return { to: "executive", title: `Minute ${number}`, inSpite: "As it was carried." };
  if (kind !== "resolution") return {};
  const members = [who.chair, who.lead, who.member, who.elsewhere].map(({ personId }) => personId);
  return {
    groupName: "Community Offer working group",
    format: "working_group",
    memberIds: members,
    membersAnswer: "yes",
    ownerIds: who.officer.personId,
    inSpite: "As it was carried.",
  };
};

it("the minutes of 16 June 2016, taken down at the table, are minutes 1 to 11 with seven clauses and one working group", async () => {
  await setClock();
  const numbering = { scope: "calendar_year", pattern: "{n}" };
  await db.body.update({ where: { id: here.committee }, data: { numbering } });
  const [welcome, ...items] = MINUTES;
  const titles = items.map(({ headings }) => ({ title: headings[0] ?? "" }));
  const { meetingId } = await heldMeeting(here.committee, "2016-06-16", titles);
  const present = [who.chair, who.lead, who.member].map(({ personId }) => [seatField(personId), "present"]);
  await inTransaction((tx) =>
    recordAttendance(tx, who.clerk, { meetingId, version: 1, answers: answersFrom(Object.fromEntries(present)) }),
  );
  const { minutesId, minuteIds } = await begin(meetingId);
  const welcomed = { headings: welcome?.headings.join() ?? "", numbering: "unnumbered", markdown: welcome?.text ?? "" };
  const id = await inTransaction((tx) => addMinute(tx, who.clerk, { minutesId, answers: answersFrom(welcomed) }));
  const answers = answersFrom({ after: "first" });
  const { version } = await db.minute.findUniqueOrThrow({ where: { id } });
  await inTransaction((tx) => takeItem(tx, who.clerk, { minutesId, minuteId: id, version, answers }));
  for (const [index, { number = 0, headings, text, decisions = [] }] of items.entries()) {
    const minuteId = minuteIds[index] ?? "";
    await write(minutesId, minuteId, { headings: headings.join("\n"), markdown: text });
    for (const { kind, text: decided = "", reason = "" } of decisions) {
      const typed = { kind, text: decided, reason, ...followsFrom(number, kind) };
      await inTransaction((tx) => recordOutcome(tx, who.clerk, { minutesId, minuteId, answers: answersFrom(typed) }));
    }
  }

  const minutes = await db.minute.findMany({ where: { minutesId }, orderBy: { position: "asc" } });
  expect(minutes.map(({ number, headings }) => [number, headings])).toEqual(
    MINUTES.map(({ number, headings }) => [number ?? null, [...headings]]),
  );
  const clauses = await db.recommendationClause.findMany({
    orderBy: [{ recommendation: { minute: { number: "asc" } } }, { number: "asc" }],
  });
  expect(clauses.map(({ text }) => text)).toEqual([...LIBRARY_CLAUSES, ...OFFER_CLAUSES]);
  const groups = await db.reviewGroup.findMany({ include: { body: { include: { seats: true } } } });
  expect(groups.map(({ status, body }) => [status, body.seats.length])).toEqual([["established", 4]]);

  await db.minutes.update({ where: { id: minutesId }, data: { status: "published_draft", audience: "public" } });
  await createMeeting(here.committee, { slug: "2016-10-11", date: "2016-10-11" });
  const { rows } = await getProgressReport(readScope(who.clerk), { body: "our-committee", meeting: "2016-10-11" });
  expect(rows.map((row) => [subjectWords(row), row.kind])).toEqual([
    ["Minute 9 - Mobile Library Service", "recommendation"],
    ["Minute 10 - Community Offer for Living and Learning", "recommendation"],
    ["Minute 10 - Community Offer for Living and Learning", "follow-up"],
  ]);
  // The officer, and with them everybody who sits in the group.
  const [officer, ...members] = rows.at(-1)?.responsible ?? [];
  expect([officer, members.length]).toEqual([who.officer.name, 4]);
});
