import { FollowUpTag } from "@/app/_lib/state-tag";
import { bodyAddress, meetingAddress } from "@/domain/bodies/body-address";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { followUpWorkflow } from "@/domain/follow-ups/follow-up-workflow";
import { clauseWorkflow } from "@/domain/recommendations/clause-workflow";
import type { TopicPage } from "@/server/topics/queries";
import { Bullets } from "@/ui/bullets";
import { Ended } from "../../../_lib/clause-cells";
import { type Happening, spanOf } from "./happening";

/** What is being done: what minutes asked of people, meetings of the group, progress on recommendations. */
export const work = (topic: TopicPage, today: PlainDate): Happening[] => [
  ...followUps(topic, today),
  ...groupMeetings(topic, today),
  ...progress(topic),
  ...ended(topic, today),
];

const followUps = (topic: TopicPage, today: PlainDate): Happening[] =>
  topic.followUps.map((followUp) => ({
    key: `follow-up-${followUp.id}`,
    on: followUp.raisedOn,
    rank: 5,
    stages: ["work"],
    kind: "Action required",
    title: followUp.text,
    body: (
      <>
        <p>
          <FollowUpTag status={followUp.status} />{" "}
          {followUp.owners.length > 0 ? `With ${followUp.owners.map(({ person }) => person.name).join(", ")}.` : null}
        </p>
        {followUp.notes.map(({ on, text }) => (
          <p key={on}>
            {formatDate(on, { leftOutIn: today })}: {text}
          </p>
        ))}
        {followUpWorkflow.statuses[followUp.status].final ? <HowItEnded {...followUp} today={today} /> : null}
      </>
    ),
  }));

/** When, on what evidence and why it is over. */
function HowItEnded({
  statusOn,
  evidence,
  statusReason,
  today,
}: Pick<TopicPage["followUps"][number], "statusOn" | "evidence" | "statusReason"> & { today: PlainDate }) {
  return (
    <p>
      {statusOn ? `${formatDate(statusOn, { leftOutIn: today })}. ` : null}
      {evidence ? `Evidence: ${evidence} ` : null}
      {statusReason ? `Reason: ${statusReason}` : null}
    </p>
  );
}

/** Past meetings of the group in one point, each coming one for itself. */
function groupMeetings({ group }: TopicPage, today: PlainDate): Happening[] {
  if (!group) return [];
  const { body } = group;
  const past = body.meetings.filter(({ date }) => date <= today);
  const [first, last] = [past[0], past.at(-1)];
  const name = <a href={bodyAddress(body)}>{body.name}</a>;
  return [
    ...(first && last
      ? [
          {
            key: "group-met",
            on: first.date,
            day: spanOf(first.date, last.date),
            rank: 6,
            stages: ["work"] as const,
            kind: name,
            title: `${past.length} ${past.length === 1 ? "meeting" : "meetings"}`,
            body: (
              <Bullets>
                {past.map((meeting) => (
                  <span key={meeting.id}>
                    <a href={meetingAddress(body, meeting)}>{formatDate(meeting.date, { leftOutIn: today })}</a>
                    {meeting.purpose ? `: ${meeting.purpose}` : ""}
                  </span>
                ))}
              </Bullets>
            ),
          },
        ]
      : []),
    ...body.meetings
      .filter(({ date }) => date > today)
      .map((meeting) => ({
        key: `group-${meeting.id}`,
        on: meeting.date,
        rank: 1,
        stages: [],
        kind: name,
        title: <a href={meetingAddress(body, meeting)}>The group meets</a>,
        body: meeting.purpose ? <p>{meeting.purpose}</p> : undefined,
      })),
  ];
}

const progress = (topic: TopicPage): Happening[] =>
  topic.recommendations.flatMap(({ clauses }) =>
    clauses.flatMap(({ id, number, notes }) =>
      notes.map(({ on, text }) => ({
        key: `progress-${id}-${on}`,
        on,
        rank: 5,
        stages: ["work"] as const,
        kind: `Clause ${number}`,
        title: "Progress",
        body: <p>{text}</p>,
      })),
    ),
  );

const ENDED: readonly string[] = ["achieved", "not_achieved", "overtaken", "closed"];

/** What the committee said of each clause in the end. */
const ended = (topic: TopicPage, today: PlainDate): Happening[] =>
  topic.recommendations.flatMap(({ clauses }) =>
    clauses
      .filter(({ status }) => ENDED.includes(status))
      .map((clause) => ({
        key: `ended-${clause.id}`,
        on: clause.statusOn,
        rank: 8,
        stages: ["outcome"] as const,
        decision: true,
        kind: `Clause ${clause.number}`,
        title: clauseWorkflow.statuses[clause.status].label,
        body: <Ended clause={clause} today={today} />,
      })),
  );
