import type { ReadScope } from "@/domain/access/read-scope";
import { numberAgenda } from "@/domain/meetings/agenda";
import { readable, readableContent } from "@/server/access/readable";
import { ACCESS, visible } from "@/server/access/visible";
import { reader } from "@/server/db";
import { notFound } from "@/server/errors";
import { BODY_LINK } from "@/server/meetings/queries";
import { clauseSelect, clauseShown } from "@/server/recommendations/queries";

const MANY = 60;

const MEETING = { ...ACCESS, id: true, slug: true, date: true, status: true, body: { select: BODY_LINK } } as const;
const PLACES = { id: true, parentId: true, place: true } as const;

/**
 * A topic with everything that hangs from it: where it came from, what took it up, what was decided, answered and done.
 * @throws ExpectedError "not-found"
 */
export async function getTopic(scope: ReadScope, slug: string) {
  const client = reader(scope);
  const [topic, records] = await Promise.all([
    client.topic.findFirst({
      where: { AND: [{ slug }, readable(scope)] },
      select: {
        id: true,
        slug: true,
        title: true,
        description: true,
        source: true,
        status: true,
        statusOn: true,
        statusReason: true,
        suggestedOn: true,
        rationale: true,
        timescale: true,
        workedWith: true,
        parts: true,
        body: { select: BODY_LINK },
        receiver: { select: BODY_LINK },
        leadMember: { select: { slug: true, name: true } },
        leadOfficer: { select: { slug: true, name: true } },
        group: {
          select: {
            ...ACCESS,
            bodyId: true,
            format: true,
            body: {
              select: {
                ...BODY_LINK,
                meetings: {
                  where: readable(scope),
                  orderBy: { date: "asc" },
                  take: MANY,
                  select: { ...MEETING, purpose: true },
                },
              },
            },
          },
        },
        origin: {
          select: {
            number: true,
            headings: true,
            minutes: { select: { meeting: { select: MEETING } } },
          },
        },
        motion: {
          select: {
            title: true,
            mover: { select: { slug: true, name: true } },
            meeting: { select: MEETING },
            referredTo: { select: BODY_LINK },
          },
        },
        mergedInto: { select: { ...ACCESS, slug: true, title: true } },
        mergedFrom: {
          where: readable(scope),
          orderBy: { title: "asc" },
          take: MANY,
          select: { slug: true, title: true },
        },
        forwardPlan: {
          take: 20,
          select: {
            entry: {
              select: {
                id: true,
                title: true,
                dueOn: true,
                outcome: true,
                body: { select: BODY_LINK },
                meeting: { select: MEETING },
              },
            },
          },
        },
        proposals: {
          take: 20,
          select: {
            leavesOut: true,
            proposal: {
              select: {
                ...ACCESS,
                id: true,
                title: true,
                status: true,
                leadMember: { select: { name: true } },
                leadOfficerAsPrinted: true,
                agendaItem: {
                  select: {
                    ...ACCESS,
                    id: true,
                    meeting: { select: { ...MEETING, agenda: { where: readable(scope), select: PLACES } } },
                  },
                },
                papers: {
                  where: readable(scope),
                  take: 1,
                  select: { files: { where: readableContent(scope), take: 1, select: { id: true } } },
                },
              },
            },
          },
        },
      },
    }),
    client.topic.findFirst({
      where: { AND: [{ slug }, readable(scope)] },
      select: {
        programmeItems: {
          where: readable(scope),
          orderBy: { id: "asc" },
          take: MANY,
          select: {
            id: true,
            title: true,
            status: true,
            position: true,
            targetEnd: true,
            slotKind: true,
            slotOn: true,
            programme: { select: { year: true } },
            meeting: { select: MEETING },
            promisedTo: { select: MEETING },
            outcomes: { select: { outcome: { select: { name: true } } } },
            outsideDates: { orderBy: { on: "asc" }, take: 10, select: { on: true, what: true } },
          },
        },
        agendaItems: {
          where: readable(scope),
          take: MANY,
          select: {
            id: true,
            title: true,
            purpose: true,
            meeting: { select: { ...MEETING, agenda: { where: readable(scope), select: PLACES } } },
          },
        },
        minutes: {
          where: readable(scope),
          take: MANY,
          select: {
            id: true,
            number: true,
            headings: true,
            minutes: { select: { ...ACCESS, meeting: { select: MEETING } } },
            decisions: {
              where: readableContent(scope),
              orderBy: { position: "asc" },
              select: { id: true, kind: true, verb: true, text: true, reason: true },
            },
          },
        },
        recommendations: {
          where: readable(scope),
          orderBy: { agreedOn: "asc" },
          take: 20,
          select: {
            id: true,
            reference: true,
            title: true,
            kind: true,
            capacity: true,
            agreedOn: true,
            minuteId: true,
            body: { select: BODY_LINK },
            outsideDates: { orderBy: { on: "asc" }, take: 10, select: { on: true, what: true } },
            clauses: { where: readable(scope), orderBy: { number: "asc" }, take: MANY, select: clauseSelect(scope) },
          },
        },
        followUps: {
          where: readable(scope),
          orderBy: { raisedOn: "asc" },
          take: MANY,
          select: {
            id: true,
            text: true,
            status: true,
            raisedOn: true,
            evidence: true,
            statusOn: true,
            statusReason: true,
            owners: { orderBy: { position: "asc" }, select: { person: { select: { slug: true, name: true } } } },
            notes: { orderBy: { on: "desc" }, take: 1, select: { on: true, text: true } },
          },
        },
        reports: {
          where: readable(scope),
          take: MANY,
          select: {
            id: true,
            slug: true,
            title: true,
            status: true,
            meeting: { select: { ...MEETING, publishedAt: true } },
            outsideDates: { orderBy: { on: "asc" }, take: 10, select: { on: true, what: true } },
            papers: {
              where: readable(scope),
              take: 1,
              select: {
                pageFrom: true,
                pageTo: true,
                openSince: true,
                agendaItem: {
                  select: {
                    papers: {
                      where: { AND: [readable(scope), { restriction: { not: "public" } }] },
                      take: 10,
                      select: { id: true, title: true, restriction: true, paragraphs: true },
                    },
                  },
                },
              },
            },
          },
        },
      },
    }),
  ]);
  if (!topic || !records) throw notFound();

  const atItem = <Item extends { id: string; meeting: { agenda: readonly Placed[] } }>(item: Item) =>
    numberAgenda(item.meeting.agenda).find(({ item: placed }) => placed.id === item.id)?.number ?? null;
  return {
    ...topic,
    ...records,
    group: visible(scope, topic.group),
    mergedInto: visible(scope, topic.mergedInto),
    proposals: topic.proposals.flatMap(({ proposal, leavesOut }) => {
      const seen = visible(scope, proposal);
      if (!seen) return [];
      const { agendaItem, papers, ...facts } = seen;
      const item = visible(scope, agendaItem);
      return [
        {
          ...facts,
          leavesOut,
          at: item && { number: atItem(item), meeting: item.meeting },
          file: papers[0]?.files[0]?.id ?? null,
        },
      ];
    }),
    agendaItems: records.agendaItems.map((item) => ({ ...item, number: atItem(item) })),
    minutes: records.minutes.filter(({ minutes }) => visible(scope, minutes) !== null),
    recommendations: records.recommendations.map((recommendation) => ({
      ...recommendation,
      clauses: recommendation.clauses.map((clause) => clauseShown(scope, clause, recommendation)),
    })),
    programmeItems: records.programmeItems.map(({ meeting, promisedTo, ...item }) => ({
      ...item,
      meeting: visible(scope, meeting),
      promisedTo: visible(scope, promisedTo),
    })),
    reports: records.reports.map(({ meeting, ...report }) => ({ ...report, meeting: visible(scope, meeting) })),
  };
}

type Placed = { id: string; parentId: string | null; place: number };

export type TopicPage = Awaited<ReturnType<typeof getTopic>>;
