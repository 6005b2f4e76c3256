import type { DeskMinutes } from "@/server/minutes/desk";
import { classNames } from "@/ui/class-names";
import { asList } from "@/ui/roles";
import { Tag } from "@/ui/tag";

/** The items in the order they are taken, each leading to its page: where the meeting is, and what has its outcome already. */
export function TakenList({
  minutes,
  here,
  current,
}: {
  minutes: DeskMinutes;
  here: `/office/${string}`;
  /** The one that is on the page. */
  current?: string;
}) {
  return (
    <nav aria-label="Items in the order they are taken">
      <ol {...asList}>
        {minutes.items.map(({ id, headings, itemNumber, decisions, startedAt }) => (
          <li key={id} className="border-line border-b">
            <a
              href={`${here}/${id}`}
              aria-current={id === current ? "page" : undefined}
              className={classNames(
                "flex min-h-11 items-baseline gap-x-2 py-2 no-underline",
                id === current && "font-semibold",
              )}
            >
              <span className="w-10 shrink-0 text-ink-2">{itemNumber ?? "–"}</span>
              <span className="flex-1 wrap-anywhere">{headings.join(", ")}</span>
              {decisions.length > 0 ? (
                <Tag tone="done">{decisions[0]?.verb}</Tag>
              ) : startedAt ? (
                <span className="text-note text-ink-2">{startedAt}</span>
              ) : null}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
