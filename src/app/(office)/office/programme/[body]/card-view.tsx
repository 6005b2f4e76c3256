import type { ReactNode } from "react";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { placeWords } from "@/domain/programme/place-words";
import { STEPS } from "@/domain/topics/preparation";
import type { Untaken } from "@/server/programme/desk";
import type { AgendaPlace, Card, PlannedTopic } from "@/server/programme/desk-card";
import { CardDetails, DeskCard, type Flag } from "@/ui/desk";
import { Hint } from "@/ui/field";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { flagWords, typeWords } from "./item-words";
import type { MoveOffer } from "./move-choices";
import { MoveForm } from "./move-form";

/** Where a card is on the page. */
export const cardAnchor = (id: string) => `item-${id}`;

type Shown = {
  card: Card;
  /** Its number at the meeting where it is; none elsewhere. */
  number: number | null;
  today: PlainDate;
  move: MoveOffer;
  /** The item's own page, for whoever may edit it. */
  href: string | undefined;
};

/** An item on the desk. */
export function CardView({ card, number, today, move, href }: Shown) {
  const { item, gone } = card;
  const wantsAction = !gone && href !== undefined;
  return (
    <DeskCard
      id={cardAnchor(item.id)}
      item={move.kind === "form" ? item.id : undefined}
      title={number === null ? item.title : `${number}. ${item.title}`}
      href={href}
      kind={gone ? "gone" : "item"}
      meta={gone ? whereTo(card.topic, today) : metaOf(card, today)}
      facts={gone ? [] : factsOf(card)}
      flags={flagsOf(card)}
      verbs={
        wantsAction ? (
          <>
            <Move title={item.title} move={move} />
            <a href={href}>
              Edit<VisuallyHidden> {item.title}</VisuallyHidden>
            </a>
            <a href={`${href}#history`}>
              History<VisuallyHidden> of {item.title}</VisuallyHidden>
            </a>
          </>
        ) : undefined
      }
    />
  );
}

function Move({ title, move }: { title: string; move: MoveOffer }): ReactNode {
  if (move.kind === "none") return null;
  return (
    <CardDetails word="Move" about={title} open={move.kind === "form" && move.item.suggested !== undefined}>
      {move.kind === "form" ? (
        <MoveForm item={move.item} back="desk" />
      ) : (
        move.by.map(({ code, sentence }) => <Hint key={code}>{sentence}</Hint>)
      )}
    </CardDetails>
  );
}

/** What nobody has made an item of yet: a proposal, or a topic of the long list. */
export function UntakenView({
  untaken,
  today,
  addHref,
}: {
  untaken: Untaken;
  today: PlainDate;
  addHref: string | undefined;
}) {
  const { id, title, kind, topic } = untaken;
  const gone = topic !== null && untaken.steps === null;
  return (
    <DeskCard
      id={cardAnchor(id)}
      title={title}
      kind={gone ? "gone" : "item"}
      meta={
        gone
          ? whereTo(topic, today)
          : kind === "proposal"
            ? `Scoping proposal${onAgenda(untaken.agenda, today)}, no item yet`
            : `Topic${withWhom(topic)}, no item yet`
      }
      flags={flagsOf(untaken)}
      verbs={
        !gone && addHref ? (
          <a href={`${addHref}?${kind}=${id}`}>
            Make it an item<VisuallyHidden>: {title}</VisuallyHidden>
          </a>
        ) : undefined
      }
    />
  );
}

const onAgenda = (agenda: AgendaPlace | null, today: PlainDate): string =>
  agenda ? `, item ${agenda.number} on ${formatDate(agenda.date, { leftOutIn: today })}` : "";

const withWhom = (topic: PlannedTopic | null): string => (topic?.workedWith ? `, with ${topic.workedWith}` : "");

function metaOf({ item, purpose, agenda, proposal, topic, steps }: Card, today: PlainDate): string {
  const proposed = item.status === "proposed" ? ". Proposed: not public yet" : "";
  if (item.slot !== null) {
    const where = item.slot.kind === "meeting" ? "" : `. ${placeWords(item.slot)}`;
    return `${typeWords(item.type)}${where}${agenda ? `. Item ${agenda.number}` : ""}${proposed}`;
  }
  if (proposal) {
    const called = proposal.title === item.title ? "" : ` “${proposal.title}”`;
    return `Scoping proposal${called}${onAgenda(proposal.agenda, today)}${proposed}`;
  }
  const about = purpose && topic?.workedWith === null ? `. ${purpose}` : "";
  return `${steps && topic ? "Topic" : typeWords(item.type)}${withWhom(topic)}${about}${proposed}`;
}

function whereTo(topic: PlannedTopic | null, today: PlainDate): string {
  const on = topic?.statusOn ? `, ${formatDate(topic.statusOn, { leftOutIn: today })}` : "";
  if (topic?.receiver) return `Handed to ${topic.receiver}${on}`;
  const reason = topic?.statusReason ? `: ${topic.statusReason}` : "";
  if (topic?.workedWith) return `With ${topic.workedWith}${reason}`;
  return `Set aside${on}${reason}`;
}

function factsOf({ leads, ends, steps }: Card) {
  if (steps !== null && leads.length === 0 && ends.on === null) return [];
  return [
    ...(leads.length > 0 ? [{ term: "Lead", text: leads.join(", ") }] : []),
    { term: "Ends", text: ends.on ? `${formatDate(ends.on)}${ends.inForce ? " (in force)" : ""}` : "To be confirmed" },
  ];
}

function flagsOf({ findings, steps }: Pick<Card, "findings" | "steps">): Flag[] {
  const flags = findings.map((finding) => ({
    key: `${finding.code} ${finding.sentence}`,
    severity: finding.severity,
    text: flagWords(finding),
  }));
  return steps === null || steps.length === 0
    ? flags
    : [...flags, { key: "steps", severity: "info" as const, text: stepWords(steps) }];
}

const stepWords = (steps: readonly string[]): string =>
  steps.length === Object.keys(STEPS).length ? "None of the five steps" : `Still to do: ${steps.join("; ")}`;
