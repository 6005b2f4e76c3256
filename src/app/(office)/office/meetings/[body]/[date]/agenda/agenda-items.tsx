import { DIRECTIONS, type Direction, placeToward } from "@/domain/meetings/agenda-order";
import type { AgendaDesk } from "@/server/meetings/agenda-desk";
import { Agenda, AgendaItem } from "@/ui/agenda";
import { Gap } from "@/ui/gap";
import { Tag } from "@/ui/tag";
import { SmallForm } from "../../../../../_forms/small-form";
import { moveItemAction } from "./actions";

type Shown = { desk: AgendaDesk; back: `/office/${string}` };
type Item = AgendaDesk["items"][number];

/** The items under one, in their order, each with what is known of it and the buttons that move it. */
export function AgendaItems({
  parentId = null,
  level = 3,
  ...shown
}: Shown & { parentId?: string | null; level?: 3 | 4 | 5 }) {
  const items = shown.desk.items.filter((item) => item.parentId === parentId);
  return (
    <Agenda>
      {items.map((item) => (
        <AgendaItem
          key={item.id}
          id={`at-${item.id}`}
          number={item.number}
          level={level}
          title={<Title item={item} {...shown} />}
          say={item.purpose || undefined}
          meta={factsOf(item).join(" · ") || undefined}
          notes={<Moves item={item} {...shown} />}
          items={
            shown.desk.items.some((each) => each.parentId === item.id) ? (
              <AgendaItems parentId={item.id} level={level === 3 ? 4 : 5} {...shown} />
            ) : undefined
          }
        >
          <Papers item={item} />
          <InPrivate item={item} />
        </AgendaItem>
      ))}
    </Agenda>
  );
}

function Title({ item, desk: { meeting }, back }: Shown & { item: Item }) {
  const title = item.withdrawnAt ? <s>{item.title}</s> : item.title;
  // What was opinion at a meeting that is over is recorded on the item's page.
  return meeting.isOver && meeting.status !== "held" ? title : <a href={`${back}/${item.id}`}>{title}</a>;
}

const REPORTED = { none: null, paper: "On paper", oral: "Oral report", to_follow: "Report to follow" } as const;

function factsOf({ leadMember, officer, reporting, educationFunction, papers }: Item): string[] {
  return [
    leadMember ? `Lead member: ${leadMember.name}` : null,
    officer ? `Officer: ${officer.name}` : null,
    reporting === "paper" && papers.length > 0 ? null : REPORTED[reporting],
    educationFunction === null ? null : educationFunction ? "An education function" : "Not an education function",
  ].filter((fact) => fact !== null);
}

const KEPT_FROM = { exempt: "Exempt", confidential: "Confidential" } as const;

function Papers({ item: { papers, reporting } }: { item: Item }) {
  if (papers.length === 0)
    return reporting === "paper" ? (
      <p>
        <Gap>Its paper is not here.</Gap>
      </p>
    ) : null;
  return (
    <ul className="mt-1 list-none">
      {papers.map(({ id, title, restriction, heldBack }) => (
        <li key={id}>
          {title} {restriction === "public" ? null : <Tag tone="held">{KEPT_FROM[restriction]}</Tag>}{" "}
          {heldBack ? <Tag tone="quiet">Held back</Tag> : null}
        </li>
      ))}
    </ul>
  );
}

/** What the public reads of taking it in private. */
function InPrivate({ item }: { item: Item }) {
  if (!item.private) return null;
  const { heading, reason } = item.private;
  return (
    <p className="mt-1">
      <Tag tone="held">{heading}</Tag> {reason && !item.publicInterest ? <Gap>{reason}</Gap> : null}
    </p>
  );
}

const WORDS: Readonly<Record<Direction, string>> = { up: "Up", down: "Down", in: "In", out: "Out" };

/** Only where it can go: a move that is not allowed is no button. */
function Moves({ item, desk: { meeting, items }, back }: Shown & { item: Item }) {
  if (item.withdrawnAt)
    return (
      <Tag tone="quiet" shape="out">
        Withdrawn
      </Tag>
    );
  const open = DIRECTIONS.filter((direction) => placeToward(items, item.id, direction) !== null);
  if (meeting.isPublished || meeting.isOver || open.length === 0) return undefined;
  return (
    <SmallForm
      action={moveItemAction}
      record={{ id: meeting.id, version: meeting.version, part: item.id }}
      back={back}
      onceKey={crypto.randomUUID()}
      about={`item ${item.number}, ${item.title}`}
      buttons={open.map((value) => ({ name: "direction", value, label: WORDS[value] }))}
    >
      <input type="hidden" name="dropped" defaultValue="" />
      <input type="hidden" name="under" defaultValue="" />
      <input type="hidden" name="before" defaultValue="" />
    </SmallForm>
  );
}
