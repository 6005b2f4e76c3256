import { itemAnchor } from "@/domain/bodies/body-address";
import { formatFullDate } from "@/domain/calendar/plain-date";
import type { MadePack, PackProblem } from "@/domain/packs/made-pack";
import { hasPages, type PartOfPack, partsOfPack } from "@/domain/packs/pack-parts";
import { itemRanges, type PagePlan, planPages } from "@/domain/packs/page-plan";
import { paperAnchor } from "@/domain/packs/paper-anchor";
import { isImage } from "@/domain/papers/upload";
import { renderPdf } from "@/server/documents/pdf";
import { openPaper, storePaper } from "@/server/papers/storage";
import type { PackContents, PaperInPack } from "./contents";
import { packFront } from "./front";
import type { Finish, PackJoiner } from "./join";
import type { Bookmark } from "./pdf-outline";
import { UnreadablePdf } from "./pdf-source";
import { imagePage, standInPages } from "./stand-in-pages";

/**
 * Makes a pack and stores its bytes. It reads nothing but the files that the contents name, and records nothing: that a pack exists
 * is recorded by who ordered it.
 */
export async function makePack(contents: PackContents, joiner: PackJoiner): Promise<MadePack> {
  const problems: PackProblem[] = [];
  const pages = new Map<string, number>();
  for (const paper of contents.papers) {
    const taken = await takePaper(joiner, contents, paper);
    if (taken.pages !== null) pages.set(paper.id, taken.pages);
    if (taken.problem) problems.push({ title: paper.title, number: numberOf(contents, paper), what: taken.problem });
  }
  const parts = partsOfPack(
    contents.papers.map((paper) => ({ ...paper, pages: pages.get(paper.id) ?? null })),
    contents.meeting.publishedAt,
  );
  for (const part of parts) if (part.shows !== "paper") await takeNotice(joiner, contents, part);

  const { plan, front, places } = setFront(contents, parts);
  const bytes = await joiner.finish(finishOf(contents, plan, front, places));
  const { sha256, size } = await storePaper(inPieces(bytes));
  return {
    sha256,
    size,
    pages: plan.pages,
    papers: plan.parts,
    items: [...itemRanges(plan, parts, contents.meeting.agenda)].map(([id, range]) => ({ id, ...range })),
    restricted: Object.fromEntries(
      contents.papers.flatMap(({ id, placeholder }) => {
        const count = pages.get(id);
        return placeholder && count ? [[id, count]] : [];
      }),
    ),
    problems,
  };
}

const PIECE = 256 * 1024;

/** A disk takes few large pieces sooner than many small ones. */
async function* inPieces(parts: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let piece: Uint8Array[] = [];
  let size = 0;
  for (const part of parts) {
    piece.push(part);
    size += part.byteLength;
    if (size < PIECE) continue;
    yield Buffer.concat(piece);
    [piece, size] = [[], 0];
  }
  yield Buffer.concat(piece);
}

type Taken = { pages: number | null; problem?: PackProblem["what"] };

/** Takes what there is of a paper into the pack; where it cannot be joined, a page that says so. */
async function takePaper(joiner: PackJoiner, contents: PackContents, paper: PaperInPack): Promise<Taken> {
  const { content, id, title } = paper;
  if (!content) return { pages: null };
  const { council } = contents.site;
  const instead = async (lines: string[], count: number, problem?: PackProblem["what"], file?: string) => {
    const elsewhere =
      file && contents.order.site ? { to: `${contents.order.site}/papers/${file}`, says: title } : undefined;
    await joiner.take(id, title, standInPages({ council: council.name, title, lines, pages: count, link: elsewhere }));
    return { pages: count, ...(problem && { problem }) };
  };
  if (content.kind === "withheld") {
    const { heading, meaning, reason } = content.placeholder;
    return instead([heading, meaning, ...(reason ? [reason] : [])], content.pages);
  }
  if (content.kind === "document") {
    const { bytes } = renderPdf(content.document, { size: "normal", site: contents.order.site, footer: false });
    return { pages: (await joiner.take(id, title, bytes)).pages };
  }
  const { mediaType, sha256, fileId } = content;
  if (!hasPages(mediaType)) {
    return instead([`This paper is a file that cannot be printed here: ${content.fileName}.`], 1, "not-pdf", fileId);
  }
  const bytes = Buffer.concat(await Array.fromAsync(await openPaper(sha256)));
  try {
    if (isImage(mediaType)) {
      const says = content.alternativeText ?? title;
      return { pages: (await joiner.take(id, title, imagePage({ title, says, bytes, mediaType }))).pages };
    }
    const { pages, isTagged } = await joiner.take(id, title, bytes);
    return { pages, ...(!isTagged && { problem: "untagged" as const }) };
  } catch (error) {
    const why = error instanceof UnreadablePdf ? error.why : isImage(mediaType) ? "broken" : null;
    if (!why) throw error;
    return instead([WHY[why], "It can be read by itself."], 1, why, fileId);
  }
}

const WHY = {
  encrypted: "This paper is locked with a password and could not be put into the pack.",
  broken: "This paper’s file is damaged and could not be put into the pack.",
} as const;

/** Pages that say what became of a paper which had them. */
async function takeNotice(joiner: PackJoiner, { site, papers }: PackContents, part: PartOfPack): Promise<void> {
  const isDown = part.shows === "taken down";
  const title = (!isDown && papers.find(({ id }) => id === part.id)?.title) || "A paper that was taken down";
  const line = isDown
    ? "A paper was taken down after the agenda was published. Its pages keep their numbers."
    : "This paper was replaced after the agenda was published. What replaced it is listed on the agenda.";
  await joiner.take(
    part.id,
    title,
    standInPages({ council: site.council.name, title, lines: [line], pages: part.pages }),
  );
}

const MOST_ATTEMPTS = 5;

/** The agenda prints the pages of everything, and everything's pages follow from how many the agenda has. */
function setFront(contents: PackContents, parts: readonly PartOfPack[]) {
  const { rightHand, site } = contents.order;
  const room = roomOfFront(contents);
  let pages = room ?? 1;
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const plan = planPages({ pages, room }, parts, { rightHand });
    const set = renderPdf(packFront(contents, plan, parts), { size: "normal", site, footer: false });
    if (set.pages === pages) return { plan, front: set.bytes, places: set.places };
    pages = set.pages;
  }
  throw new Error("The agenda does not come to rest on a number of pages.");
}

/** As many pages as the agenda had in the pack before, so that nothing behind it moves because it became shorter. */
function roomOfFront({ papers, meeting }: PackContents): number | undefined {
  const first = papers.flatMap(({ had, openSince }) =>
    had && !(meeting.publishedAt && openSince && openSince > meeting.publishedAt) ? [had.from] : [],
  );
  return first.length > 0 ? Math.max(1, Math.min(...first) - 1) : undefined;
}

const numberOf = ({ meeting }: PackContents, { itemId }: { itemId: string | null }): string | null =>
  meeting.agenda.find(({ id }) => id === itemId)?.number ?? null;

function finishOf(
  contents: PackContents,
  plan: PagePlan,
  front: Uint8Array,
  onFront: ReadonlyMap<string, number>,
): Finish {
  const { meeting, site, papers } = contents;
  const lineOf = (itemId: string | null) => {
    const number = numberOf(contents, { itemId });
    return (number !== null && onFront.get(itemAnchor(number))) || (onFront.get("agenda") ?? 1);
  };
  const titleOf = (id: string) => papers.find((paper) => paper.id === id)?.title || "Taken down";
  const bookmarkOf = ({ id, from }: PagePlan["parts"][number]): Bookmark => ({
    title: titleOf(id),
    page: from,
    under: [],
  });
  const under = (parentId: string | null): Bookmark[] =>
    meeting.agenda
      .filter((item) => item.parentId === parentId)
      .map((item) => {
        const inside = [...plan.parts.filter(({ itemId }) => itemId === item.id).map(bookmarkOf), ...under(item.id)];
        return { title: `${item.number} ${item.title}`, page: inside[0]?.page ?? lineOf(item.id), under: inside };
      });
  const kind = contents.order.kind === "public" ? "Public agenda pack" : "Restricted agenda pack";
  return {
    title: `${kind}, ${meeting.body.shortName}, ${formatFullDate(meeting.date)}`,
    council: site.council.name,
    front,
    parts: plan.parts.map(({ id, itemId, from }) => ({ id, from, backTo: lineOf(itemId) })),
    blanks: plan.blanks,
    places: [
      ...meeting.agenda.map(({ id, number }) => ({ anchor: itemAnchor(number), page: lineOf(id) })),
      ...plan.parts.map(({ id, from }) => ({ anchor: paperAnchor(id), page: from })),
    ],
    bookmarks: [
      { title: "Agenda", page: 1, under: [] },
      ...plan.parts.filter(({ itemId }) => itemId === null).map(bookmarkOf),
      ...under(null),
    ],
  };
}
