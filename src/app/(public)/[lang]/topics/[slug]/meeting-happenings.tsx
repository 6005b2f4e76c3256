import { ProposalTag } from "@/app/_lib/state-tag";
import { bodyAddress, itemAnchor, meetingAddress, minutesAddress } from "@/domain/bodies/body-address";
import { londonDate } from "@/domain/calendar/london-time";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { citedParagraphs } from "@/domain/papers/schedule-12a";
import type { TopicPage } from "@/server/topics/queries";
import type { ThreadFacts } from "@/server/topics/thread-facts";
import { Gap } from "@/ui/gap";
import { Markdown } from "@/ui/markdown";
import { Tag } from "@/ui/tag";
import type { Happening, Stage } from "./happening";
import { RestsOn } from "./rests-on";

/** What was, or comes, before meetings: proposals, programme items, reports, agenda items, minutes. */
export function meetingHappenings(topic: TopicPage, facts: ThreadFacts, today: PlainDate): Happening[] {
  return [
    ...proposals(topic, facts, today),
    ...reports(topic, today),
    ...agendaItems(topic),
    ...unlisted(topic),
    ...moves(topic, facts, today),
    ...promised(topic),
    ...minutes(topic),
  ];
}

const proposals = (topic: TopicPage, facts: ThreadFacts, today: PlainDate): Happening[] =>
  topic.proposals.map((proposal) => {
    const { at } = proposal;
    const asked = at === null || at.meeting.date > today || proposal.status === "on_agenda";
    return {
      key: `proposal-${proposal.id}`,
      on: at?.meeting.date ?? null,
      rank: 1,
      stages: ["proposal"],
      kind: at ? (
        <>
          Scoping proposal,{" "}
          <a href={`${meetingAddress(at.meeting.body, at.meeting)}${at.number ? `#${itemAnchor(at.number)}` : ""}`}>
            {at.number ? `item ${at.number}` : "agenda"}
          </a>
        </>
      ) : (
        "Scoping proposal"
      ),
      title: asked
        ? `The committee is asked to approve the scope of “${proposal.title}”`
        : `Scope of “${proposal.title}”`,
      body: (
        <>
          <p>
            <ProposalTag status={proposal.status} />{" "}
            {proposal.leadMember ? `Lead member: ${proposal.leadMember.name}.` : <Gap>No lead member is named.</Gap>}
          </p>
          <RestsOn ground={facts.proposals.find(({ id }) => id === proposal.id)?.ground ?? null} />
          {proposal.leavesOut ? (
            <p>
              <Gap>It leaves out {proposal.leavesOut}.</Gap>
            </p>
          ) : null}
          {proposal.file ? (
            <p>
              <a href={`/papers/${proposal.file}`}>Read the proposal</a>
            </p>
          ) : null}
        </>
      ),
    };
  });

const reports = (topic: TopicPage, today: PlainDate): Happening[] =>
  topic.reports.flatMap((report) => {
    const paper = report.papers[0];
    const opened = paper?.openSince ?? report.meeting?.publishedAt;
    const on = opened ? londonDate(opened) : (report.meeting?.date ?? null);
    const held = paper?.agendaItem?.papers ?? [];
    const pages = paper?.pageFrom
      ? `Pages ${paper.pageFrom}${paper.pageTo ? ` to ${paper.pageTo}` : ""} of the pack for `
      : "For the meeting of ";
    return [
      {
        key: `report-${report.id}`,
        on,
        rank: 0,
        stages: ["report"],
        kind: "Report",
        title: <a href={`/reports/${report.slug}`}>{report.title}</a>,
        body: (
          <p>
            {report.meeting ? (
              <>
                {pages}
                <a href={meetingAddress(report.meeting.body, report.meeting)}>
                  {formatDate(report.meeting.date, { leftOutIn: today })}
                </a>
                .{" "}
              </>
            ) : null}
            {held.map(({ id, restriction, paragraphs }) => (
              <Tag key={id} tone="held">
                {restriction === "exempt"
                  ? `A paper is exempt, ${citedParagraphs(paragraphs)}`
                  : "A paper is confidential"}
              </Tag>
            ))}
          </p>
        ),
      },
    ];
  });

/** An item of an agenda, with the place in the programme that put it there. */
const agendaItems = (topic: TopicPage): Happening[] =>
  topic.agendaItems.map((item) => {
    const { meeting } = item;
    const programmed = topic.programmeItems.find((each) => each.meeting?.id === meeting.id);
    const href = `${meetingAddress(meeting.body, meeting)}${item.number ? `#${itemAnchor(item.number)}` : ""}`;
    return {
      key: `item-${item.id}`,
      on: meeting.date,
      rank: 1,
      stages: programmed ? ["programme", "agenda"] : ["agenda"],
      kind: (
        <>
          {programmed ? (
            <>
              <a href={`${bodyAddress(meeting.body)}/work-programme`}>Work programme {programmed.programme?.year}</a>,{" "}
            </>
          ) : null}
          <a href={href}>{item.number ? `item ${item.number}` : "agenda"}</a>
        </>
      ),
      title: item.title,
      body: item.purpose ? <p>{item.purpose}</p> : undefined,
    };
  });

/** Places in the programme that no agenda has taken up yet. */
const unlisted = (topic: TopicPage): Happening[] =>
  topic.programmeItems
    .filter(({ meeting }) => !meeting || !topic.agendaItems.some((item) => item.meeting.id === meeting.id))
    .filter(({ status }) => status !== "transferred")
    .map((item) => ({
      key: `programme-${item.id}`,
      on: item.meeting?.date ?? item.slotOn,
      rank: 1,
      stages: ["programme"] satisfies Stage[],
      kind: topic.body ? (
        <a href={`${bodyAddress(topic.body)}/work-programme`}>Work programme {item.programme?.year}</a>
      ) : (
        "Work programme"
      ),
      title:
        item.status === "withdrawn"
          ? `${item.title}: withdrawn from the work programme`
          : item.meeting || item.slotOn
            ? item.title
            : `${item.title}: not yet placed`,
    }));

/** Every move of a place in the programme, with why; one that puts it off is pointed out. */
const moves = (topic: TopicPage, facts: ThreadFacts, today: PlainDate): Happening[] =>
  facts.moves.map(({ id, itemId, on, deferral, from, to, reason }) => {
    const item = topic.programmeItems.find((each) => each.id === itemId);
    const day = (word: string, date: PlainDate | null) =>
      date ? ` ${word} ${formatDate(date, { leftOutIn: today })}` : "";
    const verb = deferral ? "Put off" : to === null ? "Moved" : from === null ? "Placed" : "Moved";
    return {
      key: `move-${id}`,
      on,
      rank: 1.5,
      stages: [],
      kind: "Work programme",
      title: `${verb}${day("from", from)}${day(from ? "to" : "at", to)}${item ? `: ${item.title}` : ""}`,
      body: reason ? <p>{deferral ? <Gap>{reason}</Gap> : reason}</p> : undefined,
    };
  });

/** What its own report promises for a later day than the target. */
const promised = (topic: TopicPage): Happening[] =>
  topic.programmeItems.flatMap(({ id, promisedTo, targetEnd }) =>
    promisedTo
      ? [
          {
            key: `promised-${id}`,
            on: promisedTo.date,
            rank: 1,
            stages: [],
            kind: <a href={meetingAddress(promisedTo.body, promisedTo)}>{promisedTo.body.shortName}</a>,
            title: "The final report is promised",
            body:
              targetEnd && targetEnd < promisedTo.date ? (
                <p>
                  <Gap>The target still says {formatDate(targetEnd)}.</Gap>
                </p>
              ) : undefined,
          },
        ]
      : [],
  );

const minutes = (topic: TopicPage): Happening[] =>
  topic.minutes.flatMap(({ id, number, headings, minutes: { meeting }, decisions }) => {
    const recommended = topic.recommendations.filter(({ minuteId }) => minuteId === id);
    const clauses = recommended.flatMap((each) => each.clauses);
    const deciding = decisions.filter(({ kind }) => kind !== "noted");
    const resolved = deciding.filter(({ kind }) => kind !== "recommendation");
    return [
      {
        key: `minute-${id}`,
        on: meeting.date,
        rank: 2,
        stages: clauses.length > 0 ? ["minute", "recommendation"] : ["minute"],
        decision: deciding.length > 0,
        kind: (
          <a href={minutesAddress(meeting.body, meeting, number)}>
            {number === null ? headings[0] : `Minute ${number}`}
          </a>
        ),
        title:
          deciding.length === 0
            ? (headings[0] ?? "Minuted")
            : deciding
                .map(({ kind, verb }) =>
                  kind === "recommendation" && clauses.length > 0
                    ? `${verb}: ${clauses.length} ${clauses.length === 1 ? "clause" : "clauses"} to ${recipients(clauses)}`
                    : verb,
                )
                .join(". "),
        body: (
          <>
            {resolved.map((decision) => (
              <Markdown key={decision.id} level={4}>
                {decision.text}
              </Markdown>
            ))}
            {deciding.at(-1)?.reason ? <p>Reason: {deciding.at(-1)?.reason}</p> : null}
          </>
        ),
      },
    ];
  });

const recipients = (clauses: TopicPage["recommendations"][number]["clauses"]) =>
  [...new Set(clauses.flatMap(({ recipient, recipientName }) => recipient?.shortName ?? recipientName ?? []))].join(
    ", ",
  );
