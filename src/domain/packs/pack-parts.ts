import { isImage } from "../papers/upload";
import type { PackPart, PageRange } from "./page-plan";

/** A paper as its place in a pack is decided: whether it has pages of its own, and those it had in the last pack. */
export type PlacedPaper = {
  id: string;
  itemId: string | null;
  /** Pages of what can be put into the pack; null where there is nothing to put there. */
  pages: number | null;
  openSince: Date | null;
  replacesId: string | null;
  /** Its pages in the pack that was made before this one. */
  had: PageRange | null;
  /** Another took its place, or it was taken down: its pages in the pack stay, and say so. */
  standing: "here" | "replaced" | "taken down";
};

/** Part of a pack: a paper, or pages that say why it is not where it was. */
export type PartOfPack = PackPart & { shows: "paper" | "replaced" | "taken down" };

/** Whether a file can be put into a pack as it is. */
export const hasPages = (mediaType: string): boolean => mediaType === "application/pdf" || isImage(mediaType);

/**
 * What a pack is made of, so that no page changes its number once the agenda is out: a corrected paper takes the place of the one that
 * it replaces when it is no longer, and comes at the end otherwise; where something was replaced or taken down, as many pages say so.
 * @param papers in the order of the agenda, those that were replaced or taken down among them
 * @param publishedAt of the agenda; what was put up later is late
 */
export function partsOfPack(papers: readonly PlacedPaper[], publishedAt: Date | null): PartOfPack[] {
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const successor = new Map(papers.flatMap((paper) => (paper.replacesId ? [[paper.replacesId, paper]] : [])));
  const isLate = ({ openSince }: PlacedPaper) => publishedAt !== null && openSince !== null && openSince > publishedAt;
  const lengthOf = ({ from, to }: PageRange) => to - from + 1;

  const placed = new Set<string>();
  const parts: PartOfPack[] = [];
  for (const paper of papers) {
    // A correction stands where the first paper stood, which comes by itself.
    if (paper.standing === "here" && paper.replacesId && byId.has(paper.replacesId)) continue;
    const part = { id: paper.id, itemId: paper.itemId, isLate: isLate(paper) };
    if (paper.standing === "here") {
      if (paper.pages !== null) parts.push({ ...part, pages: paper.pages, shows: "paper" });
      continue;
    }
    if (paper.standing === "replaced" && paper.replacesId && byId.has(paper.replacesId)) continue;
    const room = paper.had ? lengthOf(paper.had) : 0;
    const latest = newest(paper, successor);
    const fits = latest.standing === "here" && latest.pages !== null && latest.pages <= room;
    if (fits) {
      placed.add(latest.id);
      parts.push({ ...part, id: latest.id, pages: latest.pages as number, room, shows: "paper" });
    } else if (room > 0) {
      parts.push({ ...part, pages: room, shows: latest.standing === "taken down" ? "taken down" : "replaced" });
    }
  }
  const atTheEnd = papers.filter(
    ({ id, standing, replacesId, pages }) =>
      standing === "here" && replacesId && byId.has(replacesId) && pages !== null && !placed.has(id),
  );
  return [
    ...parts,
    ...atTheEnd.map(({ id, itemId, pages }) => ({
      id,
      itemId,
      pages: pages as number,
      isLate: true,
      shows: "paper" as const,
    })),
  ];
}

/** The last in a chain of replacements. */
function newest(paper: PlacedPaper, successor: ReadonlyMap<string, PlacedPaper>): PlacedPaper {
  const seen = new Set<PlacedPaper>();
  let latest = paper;
  for (let next = successor.get(latest.id); next && !seen.has(next); next = successor.get(latest.id)) {
    seen.add(next);
    latest = next;
  }
  return latest;
}
