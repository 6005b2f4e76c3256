import { randomUUID } from "node:crypto";
import type { AgendaItemKind } from "@/generated/prisma/enums";
import { ATTENDANCE } from "../../../../prisma/demonstration/attendance-2016-06-16";
import { MINUTES } from "../../../../prisma/demonstration/minutes-facts";
import { bodyId } from "../council";
import { one, sql } from "../database";

/** What is on the record of every item of the agenda, after a welcome that was on none. */
export const [WELCOME, ...ITEMS] = MINUTES;

/** The items that stand on every agenda; the others are this meeting's own. */
const KINDS: Readonly<Record<number, AgendaItemKind>> = {
  1: "apologies",
  2: "code_of_conduct",
  3: "public_participation",
  8: "work_programme",
  11: "councillor_questions",
};

/** Everybody of whom the minutes say how they came, and the co-optee of whom they say nothing. */
const SEATED = [...(ATTENDANCE.present ?? []), ...(ATTENDANCE.apologies ?? [])].map(({ person }) => person);
const IN_NO_LIST = "joy-tubbs";

export type June = { committee: string; slug: string; meeting: string };

/**
 * A committee of the settings and seats that People and Communities had on 16 June 2016, before it minuted anything: with the agenda
 * of that day, published, and its next meeting on 11 October. The demonstration holds the meeting itself as history. The seats
 * end before the demonstration's day, so that what other tests look at opens to nobody anew.
 */
export async function theCommitteeOfJune(): Promise<June> {
  const mark = randomUUID().slice(0, 8);
  const slug = `june-${mark}`;
  const { id: committee } = await one<{ id: string }>(
    `INSERT INTO "Body" SELECT made.* FROM "Body" b, LATERAL jsonb_populate_record(b, jsonb_build_object(
       'id', gen_random_uuid(), 'slug', $2::text, 'name', $3::text, 'shortName', $3::text, 'predecessorId', null)) made
     WHERE b.id = $1 RETURNING id`,
    ...[await bodyId(), slug, `Committee of June ${mark}`],
  );
  await sql(
    `INSERT INTO "Seat" SELECT made.* FROM "Seat" s JOIN "Person" p ON p.id = s."personId", LATERAL jsonb_populate_record(s,
       jsonb_build_object('id', gen_random_uuid(), 'bodyId', $2::text, 'until', '2016-10-02')) made
     WHERE s."bodyId" = $1 AND p.slug = ANY($3)`,
    ...[await bodyId(), committee, [...SEATED, IN_NO_LIST]],
  );
  const meeting = await aMeeting(committee, "2016-06-16", { status: "published", publishedAt: "2016-06-08T15:00Z" });
  for (const { number = 0, headings } of ITEMS)
    await sql(
      `INSERT INTO "AgendaItem" (id, "meetingId", "bodyId", position, kind, title, audience)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, 'public')`,
      ...[meeting, committee, number, KINDS[number] ?? "ordinary", headings[0]],
    );
  await aMeeting(committee, "2016-10-11", { status: "convened", publishedAt: null });
  return { committee, slug, meeting };
}

type Standing = { status: string; publishedAt: string | null };

async function aMeeting(committee: string, date: string, { status, publishedAt }: Standing): Promise<string> {
  const { id } = await one<{ id: string }>(
    `INSERT INTO "Meeting" (id, "bodyId", slug, date, "startTime", place, status, audience, "convenedOn", "publishedAt")
     VALUES (gen_random_uuid(), $1, $2::text, $2::char(10), '10:00', 'County Hall, Dorchester', $3, 'public', $2::char(10), $4)
     RETURNING id`,
    ...[committee, date, status, publishedAt],
  );
  return id;
}

/**
 * What Cabinet resolved on 29 June, and who is to see to it: as the demonstration has it, beside the clauses that these minutes
 * give. A clause in other words than those of the record gets no answer.
 */
export async function answerOfCabinet({ meeting }: June): Promise<void> {
  await sql(
    `INSERT INTO "Response" SELECT made.* FROM "RecommendationClause" ours JOIN "Recommendation" o ON o.id = ours."recommendationId"
       JOIN "RecommendationClause" theirs ON theirs.text = ours.text JOIN "Recommendation" t ON t.id = theirs."recommendationId"
       JOIN "Response" r ON r."clauseId" = theirs.id, LATERAL jsonb_populate_record(r,
         jsonb_build_object('id', gen_random_uuid(), 'clauseId', ours.id, 'bodyId', ours."bodyId")) made
     WHERE o."meetingId" = $1 AND t.reference IN ('SR (16/17) 01', 'SR (16/17) 02')`,
    meeting,
  );
  await sql(
    `INSERT INTO "Undertaking" SELECT made.* FROM "Response" ours JOIN "RecommendationClause" c ON c.id = ours."clauseId"
       JOIN "Recommendation" o ON o.id = c."recommendationId"
       JOIN "Response" theirs ON theirs.wording = ours.wording AND theirs.id <> ours.id AND theirs.reference = ours.reference
       JOIN "RecommendationClause" d ON d.id = theirs."clauseId" JOIN "Recommendation" t ON t.id = d."recommendationId"
       JOIN "Undertaking" u ON u."responseId" = theirs.id, LATERAL jsonb_populate_record(u,
         jsonb_build_object('id', gen_random_uuid(), 'responseId', ours.id)) made
     WHERE o."meetingId" = $1 AND t.reference IN ('SR (16/17) 01', 'SR (16/17) 02')`,
    meeting,
  );
  await sql(
    `UPDATE "RecommendationClause" SET status = 'responded', "statusOn" = '2016-06-29' WHERE "recommendationId" IN
       (SELECT id FROM "Recommendation" WHERE "meetingId" = $1)`,
    meeting,
  );
}
