import type { ReactNode } from "react";
import { londonDate, londonTime } from "@/domain/calendar/london-time";
import { formatMarginDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { NOT_YET_PLACED } from "@/domain/programme/place-words";
import { programmeItemWorkflow } from "@/domain/programme/programme-item-workflow";
import { programmeWorkflow } from "@/domain/programme/programme-workflow";
import type { HistoryLine } from "@/server/programme/item-history";
import { History } from "@/ui/history";
import { groundWords } from "../../../_lib/ground-words";
import { FIELDS } from "./item-words";

/** What happened, newest first: who, what, when it happened and when that was recorded, why, on what authority. */
export function HistoryLines({
  lines,
  titles,
  href,
  stacked = false,
}: {
  lines: readonly HistoryLine[];
  /** Names of the items, where the lines are of several. */
  titles?: ReadonlyMap<string, string> | undefined;
  /** The address of an item's page, for whoever may open it. */
  href?: ((itemId: string) => string) | undefined;
  /** In a side column. */
  stacked?: boolean | undefined;
}) {
  return (
    <History
      stacked={stacked}
      entries={lines.map((line) => ({
        key: line.id,
        dateTime: line.happenedOn,
        when: formatMarginDate(line.happenedOn, "shown"),
        what: (
          <>
            {line.by} {deed(line, nameOf(line, titles, href))}
            {line.reason ? <> Reason: “{line.reason}”</> : null}{" "}
            <span className="text-ink-2">Recorded {recordedAt(line.recordedAt)}.</span>
          </>
        ),
        more: <BothTexts line={line} />,
        authority: line.ground ? groundWords(line.ground) : undefined,
      }))}
    />
  );
}

function nameOf(
  { itemId }: HistoryLine,
  titles: ReadonlyMap<string, string> | undefined,
  href: ((itemId: string) => string) | undefined,
): ReactNode {
  const title = titles?.get(itemId);
  if (title === undefined) return titles ? "the programme" : "it";
  return href ? <a href={href(itemId)}>{title}</a> : <>“{title}”</>;
}

/** What was done, after the name of whoever did it. */
function deed({ verb, from, to, deferral, changes, warnings }: HistoryLine, name: ReactNode): ReactNode {
  const warned =
    warnings.length === 0 ? null : ` ${warnings.length === 1 ? "One warning" : `${warnings.length} warnings`} stood.`;
  switch (verb) {
    case "import":
      return <>loaded {name}.</>;
    case "add":
      return <>added {name}.</>;
    case "edit":
      return (
        <>
          changed {list(changes.map(({ field }) => FIELDS[field].toLowerCase()))} of {name}.
        </>
      );
    case "setAside":
      return <>kept what somebody else had saved of {name}.</>;
    case "withdraw":
      return <>withdrew {name}.</>;
    case "begin":
      return <>began {name}, as a draft.</>;
    case "vary":
      return <>recorded a variation of {name}.</>;
    case "takeIn":
      return <>took {name} into the programme.</>;
    default:
      return (
        <>
          {moved(from, to, name, verb)}
          {deferral ? ", a deferral" : ""}.{warned}
        </>
      );
  }
}

const STEPS: Readonly<Record<string, { label: string }>> = {
  ...programmeItemWorkflow.transitions,
  ...programmeWorkflow.transitions,
};

function moved(from: string | null, to: string | null, name: ReactNode, verb: string): ReactNode {
  if (from === null && to === null)
    return (
      <>
        took the step “{STEPS[verb]?.label ?? verb}” with {name}
      </>
    );
  if (to === null || to === NOT_YET_PLACED)
    return (
      <>
        took {name} off {from}; it is not yet placed
      </>
    );
  if (from === null || from === NOT_YET_PLACED)
    return (
      <>
        placed {name}: {to}
      </>
    );
  return (
    <>
      moved {name} from {from} to {to}
    </>
  );
}

/** Both texts of what was edited, and what was typed and not chosen, behind a word. */
function BothTexts({ line: { changes, setAside } }: { line: HistoryLine }) {
  if (changes.length === 0 && setAside.length === 0) return null;
  return (
    <details>
      <summary className="linklike inline-block">Before and after</summary>
      <dl className="my-1.5">
        {changes.map(({ field, before, after }) => (
          <div key={field} className="py-1">
            <dt className="font-semibold">{FIELDS[field]}</dt>
            <dd className="whitespace-pre-line">
              <span className="text-ink-2">Before: </span>
              {before ?? "Nothing"}
            </dd>
            <dd className="whitespace-pre-line">
              <span className="text-ink-2">After: </span>
              {after ?? "Nothing"}
            </dd>
          </div>
        ))}
        {setAside.map(({ field, typed }) => (
          <div key={`aside ${field}`} className="py-1">
            <dt className="font-semibold">{FIELDS[field]}, typed and not chosen</dt>
            <dd className="whitespace-pre-line">{typed ?? "Nothing"}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

const list = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : words.join("");

const recordedAt = (at: Date): string => `${formatMarginDate(londonDate(at), "shown")}, ${formatTime(londonTime(at))}`;
