import type { Untaken } from "@/server/programme/desk";
import type { Card } from "@/server/programme/desk-card";
import { DeskSummary } from "@/ui/desk";
import { Saved } from "@/ui/saved";
import { cardAnchor } from "./card-view";
import { countedWords } from "./item-words";

/** What the whole desk is warned of, by kind, each leading to the first card it is about. */
export function DeskWarnings({
  cards,
  untaken,
  said,
}: {
  cards: readonly Card[];
  untaken: readonly Untaken[];
  /** What was just done, or that all is saved; null for whoever only looks. */
  said: string | null;
}) {
  const found = [
    ...cards.flatMap(({ item, findings }) => findings.map(({ code }) => ({ code, id: item.id }))),
    ...untaken.flatMap(({ id, findings }) => findings.map(({ code }) => ({ code, id }))),
  ];
  // What is said in the same words is one kind, and an item is counted once in it.
  const kinds = [...Map.groupBy(found, ({ code }) => countedWords(code, 1)).values()].map((all) => ({
    code: all[0]?.code ?? "",
    ids: [...new Set(all.map(({ id }) => id))],
  }));
  return (
    <DeskSummary
      links={kinds
        .toSorted((one, other) => other.ids.length - one.ids.length)
        .map(({ code, ids }) => ({ href: `#${cardAnchor(ids[0] ?? "")}`, label: countedWords(code, ids.length) }))}
      end={said === null ? null : <Saved>{said}</Saved>}
    >
      {found.length === 0 ? (
        <strong>Nothing to warn of.</strong>
      ) : (
        <>
          <strong>
            {found.length} {found.length === 1 ? "warning" : "warnings"}.
          </strong>{" "}
          None stops a move.
        </>
      )}
    </DeskSummary>
  );
}
