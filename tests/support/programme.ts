import { randomUUID } from "node:crypto";
import type { HeldPost, HeldSeat, Person, PostKind, SeatRole } from "@/domain/access/actor";
import { programmeItemWorkflow } from "@/domain/programme/programme-item-workflow";
import type { Prisma, ProgrammeItemStatus } from "@/generated/prisma/client";
import { db } from "@/server/db";
import { createBody, createPerson, createPost, createSeat, setClock, TODAY } from "./people";

type Role =
  | "member"
  | "chair"
  | "councillor"
  | "cabinet"
  | "officer"
  | "clerk"
  | "otherClerk"
  | "scrutinyOfficer"
  | "nobody";

/** A council on 3 October 2016 with one committee, its meetings, and one person of each kind. */
export async function createCouncil() {
  await setClock();
  const bodies = {
    council: await createBody("council", "County Council"),
    cabinet: await createBody("executive", "Cabinet"),
    committee: await createBody("scrutiny_committee", "Our committee"),
    other: await createBody("scrutiny_committee", "Another committee"),
  };
  const meetings = {
    june: await createMeeting(bodies.committee, "2016-06-16", "held"),
    october: await createMeeting(bodies.committee, "2016-10-11", "published"),
    january: await createMeeting(bodies.committee, "2017-01-11", "convened"),
    march: await createMeeting(bodies.committee, "2017-03-20", "convened"),
    lost: await createMeeting(bodies.committee, "2017-02-01", "cancelled"),
    elsewhere: await createMeeting(bodies.other, "2017-01-12", "convened"),
  };
  const seat = (bodyId: string, role: SeatRole = "member"): HeldSeat => ({
    bodyId,
    bodyKind: bodyId === bodies.council ? "council" : bodyId === bodies.cabinet ? "executive" : "scrutiny_committee",
    role,
    portfolioId: null,
  });
  const post = (kind: PostKind, bodyIds: string[] = []): HeldPost => ({
    kind,
    areaId: null,
    portfolioIds: [],
    bodyIds,
  });
  const holding: Record<Role, { seats?: HeldSeat[]; posts?: HeldPost[] }> = {
    member: { seats: [seat(bodies.council), seat(bodies.committee)] },
    chair: { seats: [seat(bodies.council), seat(bodies.committee, "chair")] },
    councillor: { seats: [seat(bodies.council)] },
    cabinet: { seats: [seat(bodies.council), seat(bodies.cabinet)] },
    officer: { posts: [post("officer")] },
    clerk: { posts: [post("democratic_services", [bodies.committee])] },
    otherClerk: { posts: [post("democratic_services", [bodies.other])] },
    scrutinyOfficer: { posts: [post("scrutiny_officer")] },
    nobody: {},
  };
  const people = {} as Record<Role, Person>;
  for (const [role, { seats = [], posts = [] }] of Object.entries(holding) as [Role, (typeof holding)[Role]][]) {
    const personId = await createPerson(role);
    for (const { bodyId, role } of seats) await createSeat(personId, bodyId, role);
    for (const { kind } of posts) await createPost(personId, kind, kind);
    people[role] = { kind: "person", personId, name: role, day: TODAY, seats, posts };
  }
  const outcome = await db.corporateOutcome.create({
    data: { slug: "safe", name: "Safe", plan: "Plan", from: "2016-04-01" },
  });
  const programme = await db.programme.create({ data: { bodyId: bodies.committee, year: "2016/17" } });
  return { bodies, meetings, people, outcomeId: outcome.id, programmeId: programme.id };
}

export type Council = Awaited<ReturnType<typeof createCouncil>>;

async function createMeeting(bodyId: string, date: string, status: "held" | "published" | "convened" | "cancelled") {
  const { id } = await db.meeting.create({
    data: {
      bodyId,
      slug: date,
      date,
      status,
      audience: "public",
      startTime: "10:00",
      place: "County Hall",
      publishedAt: status === "published" ? new Date("2016-09-30T15:20:00Z") : null,
      quorate: status === "held" ? true : null,
    },
  });
  return id;
}

type ItemFacts = Partial<Prisma.ProgrammeItemUncheckedCreateInput> & { meetingId?: string | null };

/** A progress report that serves an outcome: nothing about it is warned of. */
export async function createItem(
  { bodies, outcomeId, programmeId }: Council,
  status: ProgrammeItemStatus,
  facts: ItemFacts = {},
): Promise<string> {
  const { id } = await db.programmeItem.create({
    data: {
      id: randomUUID(),
      programmeId,
      bodyId: bodies.committee,
      title: "Winter",
      type: "progress",
      status,
      audience: programmeItemWorkflow.statuses[status].audience,
      slotKind: facts.meetingId ? "meeting" : "none",
      ...facts,
      outcomes: { create: { outcomeId } },
    } as Prisma.ProgrammeItemUncheckedCreateInput,
  });
  return id;
}
