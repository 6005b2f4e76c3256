import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/server/db";

type Held = {
  bodyId: string;
  /** What the item of its agenda was about. */
  item?: Partial<Prisma.AgendaItemUncheckedCreateInput>;
  meeting?: Partial<Prisma.MeetingUncheckedCreateInput>;
  decision?: Partial<Prisma.DecisionUncheckedCreateInput>;
};

let meetings = 0;

/** A decision in the published minutes of a meeting that was held, quorate, under an item of its agenda. */
export async function createResolution({ bodyId, item = {}, meeting = {}, decision = {} }: Held) {
  meetings += 1;
  const { id: meetingId } = await db.meeting.create({
    data: {
      bodyId,
      slug: `held-${meetings}`,
      date: "2016-10-03",
      status: "held",
      audience: "public",
      quorate: true,
      startTime: "10:00",
      place: "County Hall",
      publishedAt: new Date("2016-09-23T09:00:00Z"),
      ...meeting,
    },
  });
  const { id: itemId } = await db.agendaItem.create({
    data: { bodyId, meetingId, position: 1, title: "Business", audience: "public", ...item },
  });
  return { meetingId, itemId, decisionId: await minute({ bodyId, meetingId, itemId, decision }) };
}

/** What was decided under an item, in published minutes. */
export async function minute({
  bodyId,
  meetingId,
  itemId,
  decision = {},
}: {
  bodyId: string;
  meetingId: string;
  itemId: string;
  decision?: Partial<Prisma.DecisionUncheckedCreateInput>;
}): Promise<string> {
  const { id: minutesId } = await db.minutes.upsert({
    where: { meetingId },
    update: {},
    create: { meetingId, bodyId, status: "published_draft", audience: "public" },
  });
  const position = (await db.minute.count({ where: { minutesId } })) + 1;
  const { id: minuteId } = await db.minute.create({
    data: { minutesId, bodyId, agendaItemId: itemId, position, number: position, headings: ["Business"] },
  });
  const { id } = await db.decision.create({
    data: { minuteId, bodyId, kind: "resolution", verb: "Resolved", text: "that it be so.", ...decision },
  });
  return id;
}
