import type { ReadScope } from "@/domain/access/read-scope";
import type { CheckedReport } from "@/domain/reports/checked-report";
import type { FrontSheet } from "@/domain/reports/front-sheet";
import { anchored, numberedParagraphs } from "@/domain/reports/numbered-paragraphs";
import { readable } from "@/server/access/readable";
import { getClock } from "@/server/clock/queries";
import type { Client } from "@/server/db";
import { expectedFailure } from "@/server/errors";
import { heldOn } from "@/server/people/held-on";
import { answersFrom } from "@/server/workflow/answers";
import { sheetIn } from "./report-form";
import type { ReportRow } from "./report-row";
import { reportRulesOf } from "./rules";
import { contentOf } from "./versions";

/** More restricted papers than anybody has looked back to. */
const MOST = 2_000;

/** What the check of a report reads, as it is saved. */
export async function checkedReport(client: Client, scope: ReadScope, row: ReportRow): Promise<CheckedReport> {
  const itemIds = row.papers.flatMap(({ agendaItemId }) => agendaItemId ?? []);
  const { frontSheet, paragraphs } = contentOf(row);
  const { date: today } = await getClock(client);
  const [appendices, bodies, posts, restrictedBackgroundPapers] = await Promise.all([
    itemIds.length === 0
      ? []
      : client.paper.findMany({
          where: { AND: [{ agendaItemId: { in: itemIds }, kind: "appendix", takenDownAt: null }, readable(scope)] },
          orderBy: [{ position: "asc" }, { id: "asc" }],
          take: 50,
          select: {
            ...{ title: true, restriction: true, paragraphs: true, publicInterest: true },
            restrictionSignedById: true,
          },
        }),
    client.body.findMany({ select: { name: true, shortName: true }, take: 500 }),
    client.post.findMany({ where: heldOn(today), distinct: ["title"], select: { title: true }, take: 500 }),
    restrictedAmong(client, scope, frontSheet),
  ]);
  return {
    ...{ template: reportRulesOf(row.body).template, frontSheet, paragraphs, appendices, restrictedBackgroundPapers },
    ...{ outsideDates: row.outsideDates, today, publishedOn: row.publishedOn },
    meetingOn: row.meeting?.date ?? null,
    datedAsPrinted: row.papers.find(({ datedAsPrinted }) => datedAsPrinted !== null)?.datedAsPrinted ?? null,
    programmeTarget: row.programmeItem?.targetEnd ?? row.programmeItem?.meeting?.date ?? null,
    recipients: [...bodies.flatMap(({ name, shortName }) => [name, shortName]), ...posts.map(({ title }) => title)],
  };
}

/**
 * Entries of the list of background papers that name a restricted paper. Only papers that the reader may know of are looked among:
 * nobody learns of one by writing its title.
 */
export async function restrictedAmong(client: Client, scope: ReadScope, sheet: FrontSheet): Promise<string[]> {
  const entries = [sheet.background_papers ?? []].flat().filter((entry) => plain(entry).length >= SHORTEST);
  if (entries.length === 0) return [];
  const papers = await client.paper.findMany({
    where: { AND: [{ restriction: { not: "public" }, takenDownAt: null }, readable(scope)] },
    orderBy: { id: "desc" },
    take: MOST,
    select: { title: true },
  });
  const titles = papers.map(({ title }) => plain(title)).filter((title) => title.length >= SHORTEST);
  return entries.filter((entry) => titles.some((title) => plain(entry).includes(title)));
}

/** A title of a word or two would be found in everything. */
const SHORTEST = 8;

const plain = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

type Typed = Readonly<Record<string, string | string[]>>;

/** The same, with what somebody is typing in the place of what is saved. */
export function asTyped(
  checked: CheckedReport,
  { text, sheet }: { text?: Typed | undefined; sheet?: Typed | undefined },
) {
  const paragraphs = text && anchored(numberedParagraphs(typedText(text, "markdown")), checked.paragraphs);
  return {
    ...checked,
    ...(paragraphs && { paragraphs }),
    ...(sheet && { frontSheet: sheetTyped(checked, sheet) }),
  };
}

/** What cannot be read of a form is told when it is sent. */
function sheetTyped({ template, frontSheet }: CheckedReport, sheet: Typed): FrontSheet {
  try {
    return sheetIn(answersFrom(sheet), template);
  } catch (error) {
    if (expectedFailure(error)) return frontSheet;
    throw error;
  }
}

const typedText = (typed: Typed, name: string): string => [typed[name] ?? ""].flat()[0] ?? "";
