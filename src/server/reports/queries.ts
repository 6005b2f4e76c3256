import { canReadContent, type ReadScope } from "@/domain/access/read-scope";
import { numberAgenda } from "@/domain/meetings/agenda";
import { readable, readableContent } from "@/server/access/readable";
import { ACCESS, visible } from "@/server/access/visible";
import { reader } from "@/server/db";
import { notFound } from "@/server/errors";
import { BODY_LINK } from "@/server/meetings/queries";

const MOST_PARAGRAPHS = 1000;

/**
 * A report: its front sheet and its numbered paragraphs where they may be read, and what else lies with it.
 * @throws ExpectedError "not-found"
 */
export async function getReport(scope: ReadScope, slug: string) {
  const found = await reader(scope).report.findFirst({
    where: { AND: [{ slug }, readable(scope)] },
    select: {
      id: true,
      slug: true,
      title: true,
      status: true,
      body: { select: { ...BODY_LINK, frontSheet: true } },
      meeting: { select: { ...ACCESS, id: true, slug: true, date: true, body: { select: BODY_LINK } } },
      topic: { select: { ...ACCESS, slug: true, title: true } },
      replaces: { select: { ...ACCESS, slug: true, title: true } },
      replacedBy: { select: { ...ACCESS, slug: true, title: true } },
      authors: { select: { titleAsPrinted: true, signs: true, person: { select: { slug: true, name: true } } } },
      outsideDates: { orderBy: { on: "asc" }, take: 20, select: { on: true, what: true } },
      text: {
        select: {
          ...ACCESS,
          restriction: true,
          paragraphs: true,
          withheldFrom: true,
          frontSheet: true,
          numbered: {
            orderBy: { position: "asc" },
            take: MOST_PARAGRAPHS,
            select: { id: true, anchor: true, number: true, heading: true, markdown: true },
          },
        },
      },
      papers: {
        where: { AND: [readable(scope), { agendaItemId: { not: null } }] },
        orderBy: { id: "desc" },
        take: 1,
        select: {
          byAsPrinted: true,
          datedAsPrinted: true,
          pageFrom: true,
          pageTo: true,
          restriction: true,
          paragraphs: true,
          publicInterest: true,
          restrictionSignedById: true,
          files: {
            where: readableContent(scope),
            orderBy: { number: "desc" },
            take: 1,
            select: { id: true, mediaType: true, pages: true },
          },
          agendaItem: {
            select: {
              ...ACCESS,
              id: true,
              meeting: {
                select: { agenda: { where: readable(scope), select: { id: true, parentId: true, place: true } } },
              },
              papers: {
                where: { AND: [readable(scope), { kind: "appendix" }] },
                orderBy: [{ position: "asc" }, { id: "asc" }],
                take: 50,
                select: {
                  id: true,
                  title: true,
                  restriction: true,
                  paragraphs: true,
                  publicInterest: true,
                  restrictionSignedById: true,
                  takenDownAt: true,
                  files: {
                    where: readableContent(scope),
                    orderBy: { number: "desc" },
                    take: 1,
                    select: { id: true, mediaType: true, pages: true },
                  },
                },
              },
            },
          },
        },
      },
    },
  });
  if (!found) throw notFound();

  const { papers, text, meeting, topic, replaces, replacedBy, ...report } = found;
  const [paper] = papers;
  const item = visible(scope, paper?.agendaItem);
  const open = text !== null && canReadContent(scope, text) ? text : null;
  return {
    ...report,
    meeting: visible(scope, meeting),
    topic: visible(scope, topic),
    replaces: visible(scope, replaces),
    replacedBy: visible(scope, replacedBy),
    text: open && { frontSheet: open.frontSheet, numbered: open.numbered },
    /** Its text is shown because of what the reader is, not because it is public. */
    isRestricted: open !== null && open.restriction !== "public",
    paper: paper ? { ...paper, file: paper.files[0] ?? null } : null,
    item: item && {
      number: numberAgenda(item.meeting.agenda).find(({ item: each }) => each.id === item.id)?.number ?? null,
      appendices: item.papers.map(({ files, ...appendix }) => ({ ...appendix, file: files[0] ?? null })),
    },
  };
}

export type ReportPage = Awaited<ReturnType<typeof getReport>>;
