import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { programmeItemWorkflow } from "@/domain/programme/programme-item-workflow";
import type { Desk } from "@/server/programme/desk";
import type { HistoryLine } from "@/server/programme/item-history";
import { Empty } from "@/ui/empty";
import { List, ListItem } from "@/ui/list";
import { OfficeSection } from "@/ui/page";
import { Tag } from "@/ui/tag";
import { HistoryLines } from "./history-lines";
import { LOOKS } from "./item-words";

type Lines = {
  lines: readonly HistoryLine[];
  titles: ReadonlyMap<string, string>;
  /** Address of an item, for whoever may open it. */
  hrefOf: ((id: string) => string) | undefined;
};

/** What was done lately. */
export function ProgrammeHistory({ lines, titles, hrefOf }: Lines) {
  return (
    <OfficeSection id="history" title="History of the programme">
      {lines.length === 0 ? (
        <Empty what="Nothing yet.">What is added, changed and moved here is kept, with who, when and why.</Empty>
      ) : (
        <HistoryLines lines={lines} titles={titles} href={hrefOf} />
      )}
    </OfficeSection>
  );
}

/** What officers decided since the committee last met; the next meeting is told. */
export function Variations({
  lines,
  titles,
  hrefOf,
  next,
  today,
  chair,
}: Lines & { next: PlainDate | null; today: PlainDate; chair: string }) {
  const when = next ? ` on ${formatDate(next, { leftOutIn: today })}` : "";
  return (
    <OfficeSection id="variations" title={`Variations to report${when}`}>
      {lines.length === 0 ? (
        <Empty what="None so far.">
          What you move between meetings, after consulting the {chair}, is listed here for the committee.
        </Empty>
      ) : (
        <HistoryLines lines={lines} titles={titles} href={hrefOf} stacked />
      )}
    </OfficeSection>
  );
}

/** Over, or gone: not on the desk any more, and not lost. */
export function OutOfProgramme({ items, hrefOf }: { items: Desk["out"]; hrefOf: Lines["hrefOf"] }) {
  if (items.length === 0) return null;
  return (
    <OfficeSection id="out" title="No longer on the desk">
      <List>
        {items.map(({ id, title, status, at }) => (
          <ListItem
            key={id}
            when={at ? formatDate(at) : "No meeting"}
            title={title}
            href={hrefOf?.(id)}
            end={<Tag {...LOOKS[status]}>{programmeItemWorkflow.statuses[status].label}</Tag>}
          />
        ))}
      </List>
    </OfficeSection>
  );
}
