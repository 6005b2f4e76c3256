import type { ReactNode } from "react";
import { dayWords } from "@/app/_lib/day";
import { PaperLine, type PaperPlaces } from "@/app/_record/paper-line";
import { QuestionList } from "@/app/_record/question-list";
import { itemAnchor, minutesAddress, progressAddress } from "@/domain/bodies/body-address";
import type { CouncilCalendar } from "@/domain/calendar/council-calendar";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { noExclusionWords, openedWords } from "@/domain/meetings/item-notes";
import { privateWords } from "@/domain/meetings/private-item";
import type { SinceLook } from "@/domain/meetings/since-last-look";
import { urgencyWords } from "@/domain/meetings/urgency";
import { itemTaking } from "@/domain/questions/question-place";
import type { MeetingItem, MeetingPage } from "@/server/meetings/queries";
import type { ListedQuestion } from "@/server/questions/queries";
import { Agenda, AgendaItem } from "@/ui/agenda";
import { Gap } from "@/ui/gap";
import { PaperRow, Papers, ShutPaper } from "@/ui/paper";
import { Tag } from "@/ui/tag";
import { ThreadLink } from "@/ui/thread-link";

type Shown = {
  meeting: MeetingPage;
  today: PlainDate;
  calendar: CouncilCalendar;
  places?: PaperPlaces | undefined;
  /** In the office: what is new or changed since its reader last looked, by the id of the item or the paper. */
  marks?: ReadonlyMap<string, SinceLook> | null | undefined;
  /** What was asked of the meeting, to stand with the items at which it is taken. */
  questions?: readonly ListedQuestion[] | undefined;
};

/** The agenda, items under items. */
export function AgendaList(shown: Shown) {
  return <Items {...shown} parentId={null} level={3} />;
}

function Items({ parentId, level, ...shown }: Shown & { parentId: string | null; level: 3 | 4 | 5 }) {
  const items = shown.meeting.agenda.filter((item) => item.parentId === parentId);
  return (
    <Agenda>
      {items.map((item) => (
        <Item key={item.id} item={item} level={level} {...shown} />
      ))}
    </Agenda>
  );
}

function Item({ item, level, ...shown }: Shown & { item: MeetingItem; level: 3 | 4 | 5 }) {
  const { meeting, today, places, questions = [] } = shown;
  const hasItems = meeting.agenda.some(({ parentId }) => parentId === item.id);
  return (
    <AgendaItem
      id={itemAnchor(item.number)}
      number={item.number}
      level={level}
      title={item.withdrawnAt ? <s>{item.title}</s> : item.title}
      pages={pageRange(item)}
      say={item.purpose || undefined}
      meta={item.leadMember || item.officer ? <WhoseItem item={item} /> : undefined}
      notes={<Notes item={item} {...shown} />}
      items={hasItems ? <Items parentId={item.id} level={level === 3 ? 4 : 5} {...shown} /> : undefined}
    >
      <ItemPapers item={item} meeting={meeting} today={today} places={places} />
      <QuestionList
        questions={questions.filter((question) => itemTaking(meeting.agenda, question)?.id === item.id)}
        today={today}
      />
    </AgendaItem>
  );
}

/** "Lead member: Steve Butler · Officer: Patrick Myers, Head of Design and Development" */
function WhoseItem({ item: { leadMember, officer } }: { item: MeetingItem }) {
  return (
    <>
      {leadMember ? (
        <>
          Lead member: <a href={`/people/${leadMember.slug}`}>{leadMember.name}</a>
        </>
      ) : null}
      {leadMember && officer ? " · " : null}
      {officer ? `Officer: ${[officer.name, ...officer.posts.map(({ title }) => title)].join(", ")}` : null}
    </>
  );
}

function ItemPapers({ item, meeting, today, places }: Omit<Shown, "calendar"> & { item: MeetingItem }) {
  const { minutesOf } = item;
  const awaited = item.reporting === "to_follow" && !item.papers.some(({ kind }) => kind === "report");
  // The minutes are a page of their own; a listed paper that holds them is the same thing.
  const showsMinutes = minutesOf?.hasMinutes && !item.papers.some(({ kind }) => kind === "minutes");
  const showsProgress = item.kind === "matters_raised";
  return (
    <>
      {item.papers.length > 0 || showsMinutes || showsProgress ? (
        <Papers>
          {item.papers.map((paper) => (
            <PaperLine
              key={paper.id}
              paper={paper}
              body={meeting.body}
              minutesOf={minutesOf}
              publishedAt={meeting.publishedAt}
              today={today}
              pages={pageRange(paper) === pageRange(item) ? undefined : pageRange(paper)}
              places={places}
            />
          ))}
          {showsMinutes && minutesOf ? (
            <PaperRow
              title={`Minutes of ${formatDate(minutesOf.date)}`}
              href={(places?.minutes ?? minutesAddress)(minutesOf.body, minutesOf)}
            />
          ) : null}
          {showsProgress ? (
            <PaperRow
              title="What was asked for, and what came of it"
              href={(places?.progress ?? progressAddress)(meeting.body, meeting)}
            />
          ) : null}
        </Papers>
      ) : null}
      {awaited ? (
        <p className="mt-2">
          <Gap>The report is to follow.</Gap>
        </p>
      ) : null}
      {item.reporting === "oral" ? <p className="text-note text-ink-2">Reported on aloud at the meeting.</p> : null}
      <InPrivate item={item} />
    </>
  );
}

/** That it is likely to be taken without the public, and why, in the words of a paper that is withheld. */
function InPrivate({ item }: { item: MeetingItem }) {
  const said = privateWords(item);
  if (!said) return null;
  return (
    <Papers>
      <ShutPaper
        title={said.heading}
        why={said.meaning}
        reason={said.reason && (item.publicInterest ? said.reason : <Gap>{said.reason}</Gap>)}
      />
    </Papers>
  );
}

const CHANGED = {
  supplement: "Added",
  replacement: "Replaced",
  erratum: "Corrected",
  withdrawn_item: "Withdrawn",
  changed_arrangements: "Changed",
  postponed: "Postponed",
  cancelled: "Cancelled",
  takedown: "Taken down",
  further_session: "Goes on",
} as const;

/** What changed about the item, whether it was open long enough, and where its thread leads. */
function Notes({ item, meeting, today, calendar, marks }: Shown & { item: MeetingItem }): ReactNode {
  const entries = meeting.entries.filter(({ agendaItemId }) => agendaItemId === item.id);
  const opened = openedWords(item, meeting, calendar);
  const urgent = urgencyWords(item);
  const shutIn = noExclusionWords(item, meeting.agenda);
  const unseen = marks ? unseenOf(item, marks) : [];
  const isBare = unseen.length === 0 && entries.length === 0 && opened.length === 0;
  if (isBare && !item.topic && urgent === null && shutIn === null) return undefined;
  return (
    <>
      {unseen.map((words) => (
        <Tag key={words} tone="warn" shape="change">
          {words}
        </Tag>
      ))}
      {entries.map(({ id, kind, at }) => (
        <Tag key={id} tone="info" shape="change">
          {CHANGED[kind]} {dayWords(at, today)}
        </Tag>
      ))}
      {opened.map(({ key, meets, words }) => (meets ? <p key={key}>{words}</p> : <Gap key={key}>{words}</Gap>))}
      {shutIn === null ? null : <Gap>{shutIn}</Gap>}
      {urgent === null ? null : <p>{urgent}</p>}
      {item.topic ? <ThreadLink href={`/topics/${item.topic.slug}`}>Topic: {item.topic.title}</ThreadLink> : null}
    </>
  );
}

const SINCE: Readonly<Record<SinceLook, string>> = {
  new: "New since you last looked",
  changed: "Changed since you last looked",
  new_file: "New file since you last looked",
};

/** Of an item and its papers, what its reader has not seen; each said once. */
const unseenOf = (item: MeetingItem, marks: ReadonlyMap<string, SinceLook>): string[] => [
  ...new Set(
    [item, ...item.papers].flatMap(({ id }) => {
      const mark = marks.get(id);
      return mark ? [SINCE[mark]] : [];
    }),
  ),
];

/** "41–88" */
export function pageRange({
  pageFrom,
  pageTo,
}: {
  pageFrom: number | null;
  pageTo: number | null;
}): string | undefined {
  if (pageFrom === null) return undefined;
  return pageTo === null || pageTo === pageFrom ? String(pageFrom) : `${pageFrom}–${pageTo}`;
}
