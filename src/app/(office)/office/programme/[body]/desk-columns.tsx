import { municipalYear } from "@/domain/calendar/municipal-year";
import { formatFullDate, formatMarginDate, type PlainDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { meetingWorkflow } from "@/domain/meetings/meeting-workflow";
import { NOT_YET_PLACED } from "@/domain/programme/place-words";
import type { Desk as DeskData, DeskMeeting } from "@/server/programme/desk";
import type { Card } from "@/server/programme/desk-card";
import { Button } from "@/ui/button";
import { Desk, DeskCard, DeskColumn } from "@/ui/desk";
import { ShortDate } from "@/ui/short-date";
import { CardView, cardAnchor, UntakenView } from "./card-view";
import type { MoveOffer } from "./move-choices";

type Columns = {
  desk: DeskData;
  today: PlainDate;
  /** The desk's address. */
  here: string;
  edits: boolean;
  offer: (card: Card) => MoveOffer;
  /** Address of an item, for whoever may open it. */
  hrefOf: ((id: string) => string) | undefined;
};

/** Not yet placed, placed without a meeting, and a column for each meeting. */
export function DeskColumns(columns: Columns) {
  const { desk, today, here, edits } = columns;
  const next = desk.meetings.find(({ date }) => date >= today);
  const waiting = [
    ...desk.unplaced.filter(({ gone }) => !gone),
    ...desk.untaken.filter(({ steps, kind }) => steps !== null || kind === "proposal"),
  ];
  const all = desk.unplaced.length + desk.untaken.length;
  const cards = (some: readonly Card[], numbered = false) =>
    some.map((card, index) => (
      <CardView
        key={card.item.id}
        card={card}
        number={numbered ? index + 1 : null}
        today={today}
        move={columns.offer(card)}
        href={columns.hrefOf?.(card.item.id)}
      />
    ));
  return (
    <Desk label="Programme by meeting">
      <DeskColumn
        slot="none"
        title={NOT_YET_PLACED}
        label={NOT_YET_PLACED}
        note={all === 0 ? null : `${all} ${all === 1 ? "topic" : "topics"}, ${waiting.length} to place`}
        idle={all === 0}
      >
        {all === 0
          ? "Everything has its place"
          : [
              ...cards(desk.unplaced.filter(({ gone }) => !gone)),
              ...desk.untaken.map((untaken) => (
                <UntakenView
                  key={untaken.id}
                  untaken={untaken}
                  today={today}
                  addHref={edits ? `${here}/new` : undefined}
                />
              )),
              ...cards(desk.unplaced.filter(({ gone }) => gone)),
            ]}
      </DeskColumn>
      {desk.elsewhere.length > 0 ? (
        <DeskColumn title="Between meetings" label="Between meetings" note={counted(desk.elsewhere.length)}>
          {cards(desk.elsewhere)}
        </DeskColumn>
      ) : null}
      {desk.meetings.map((meeting) => (
        <DeskColumn
          key={meeting.id}
          slot={meeting.date >= today && meeting.status !== "held" ? meeting.id : undefined}
          title={
            <ShortDate
              dateTime={meeting.date}
              short={formatMarginDate(meeting.date, "shown")}
              full={formatFullDate(meeting.date)}
            />
          }
          label={formatFullDate(meeting.date)}
          note={noteOf(meeting, desk, today)}
          now={meeting === next}
          idle={meeting.cards.length === 0 && meeting.suggested.length === 0}
        >
          {meeting.cards.length === 0 && meeting.suggested.length === 0
            ? "Nothing placed"
            : [
                ...cards(meeting.cards, true),
                ...meeting.suggested.map((card) => (
                  <Suggestion key={card.item.id} card={card} meeting={meeting} here={edits ? here : null} />
                )),
              ]}
        </DeskColumn>
      ))}
    </Desk>
  );
}

/** A slot that something else promises, with one button: it fills in the card's form, which says what else it takes. */
function Suggestion({ card: { item }, meeting, here }: { card: Card; meeting: DeskMeeting; here: string | null }) {
  return (
    <DeskCard
      kind="ghost"
      title={item.title}
      href={`#${cardAnchor(item.id)}`}
      meta="Suggested: its report promises the final version here"
    >
      {here ? (
        <form method="get" action={`${here}#${cardAnchor(item.id)}`}>
          <input type="hidden" name="move" value={item.id} />
          <input type="hidden" name="to" value={meeting.id} />
          <p>
            <Button second>Place it here</Button>
          </p>
        </form>
      ) : null}
    </DeskCard>
  );
}

const counted = (count: number): string => `${count} ${count === 1 ? "item" : "items"}`;

/** How full it is, and how far the meeting has come. */
function noteOf(
  { cards, suggested, startTime, status, year, date }: DeskMeeting,
  { capacity }: DeskData,
  today: PlainDate,
): string {
  const suggestions =
    suggested.length === 0 ? "" : `, ${suggested.length} ${suggested.length === 1 ? "suggestion" : "suggestions"}`;
  const state =
    status === "published" || status === "postponed" || status === "held"
      ? `${meetingWorkflow.statuses[status].label}.`
      : "";
  if (cards.length === 0 && suggested.length > 0) return `Nothing placed${suggestions}`;
  const load =
    cards.length > 0
      ? `${counted(cards.length)}${suggestions}, ${capacity === null ? "no limit set" : `${capacity} at most`}.`
      : [startTime ? formatTime(startTime) : "", year === municipalYear(today, []).label ? "" : `year ${year}`]
          .filter(Boolean)
          .join(", ");
  return [load, date < today ? "Its day has passed." : "", state].filter(Boolean).join(" ");
}
