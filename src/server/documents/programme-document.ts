import { meetingAddress } from "@/domain/bodies/body-address";
import { labelsFrom } from "@/domain/bodies/labels";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import {
  type Block,
  heading,
  type Inline,
  joined,
  lineBreak,
  link,
  note,
  type PrintedDocument,
  paragraph,
  says,
  strong,
} from "@/domain/documents/document";
import { programmeWorkflow } from "@/domain/programme/programme-workflow";
import { leftOut } from "@/domain/scoping/scoping-proposal";
import type { Site } from "@/server/council/queries";
import { groupsOf, type ProgrammeGroup } from "@/server/programme/by-meeting";
import { missingWords, stepsOf } from "@/server/programme/long-list";
import type { PublishedItem, PublishedProgramme } from "@/server/programme/published-programme";

/** The work programme as officers publish it: a table a meeting, then the topics that wait for a place. */
export function programmeDocument(
  { council, clock }: Pick<Site, "council" | "clock">,
  shown: PublishedProgramme,
): PrintedDocument {
  const { body, programme, before } = shown;
  const today = clock.date;
  const labels = labelsFrom(council.labels, body.labels);
  const holding = (role: string) => body.seats.find((seat) => seat.role === role)?.person.name;
  const waiting = shown.items.filter(({ planned }) => planned.slot === null);
  return {
    title: `${labels.programme}${programme ? ` ${programme.year}` : ""}`,
    council: council.name,
    kicker: body.name,
    lead: [
      [labels.chair, holding("chair")],
      [labels.viceChair, holding("vice_chair")],
    ]
      .flatMap(([word, name]) => (name ? [`${word}: ${name}.`] : []))
      .join(" "),
    facts: programme
      ? [
          {
            term: programmeWorkflow.statuses[programme.status].label,
            value: before
              ? says("Before the committee on ", link(before.href, `${formatDate(before.date)}, item ${before.number}`))
              : says(programme.year),
          },
        ]
      : [],
    language: "en-GB",
    landscape: true,
    blocks: [
      heading(1, "By meeting", "by-meeting"),
      ...byMeeting(shown, today),
      ...(waiting.length > 0 ? longList(waiting, today) : []),
    ],
  };
}

const COLUMNS = [
  { head: "No.", share: 0.35 },
  { head: "Item and purpose", share: 2.4 },
  { head: "Key lines of enquiry", share: 1.8 },
  { head: "Lead member, lead officer", share: 1.4 },
  { head: "Corporate plan", share: 1 },
  { head: "Target end", share: 1 },
];

function byMeeting(shown: PublishedProgramme, today: PlainDate): Block[] {
  const groups = groupsOf(shown, today);
  if (groups.length === 0) return [note("No work programme yet.")];
  const numbers = new Map(groups.flatMap(({ items }) => items).map((item, index) => [item, index + 1]));
  return groups.flatMap((group) => [
    { kind: "heading" as const, level: 2 as const, text: titleOf(group, shown) },
    group.items.length === 0
      ? note(group.remark)
      : {
          kind: "table" as const,
          columns: COLUMNS,
          rows: group.items.map((item) => itemRow(item, numbers.get(item) ?? 0)),
        },
  ]);
}

const titleOf = ({ title, meeting, note: where }: ProgrammeGroup, { body }: PublishedProgramme): Inline[] =>
  says(meeting ? link(meetingAddress(body, meeting), title) : title, where && `, ${where}`);

function itemRow(item: PublishedItem, number: number): Inline[][] {
  const { planned, topic, group, purpose } = item;
  const state = STATES[planned.status];
  const lines = (texts: readonly (readonly Inline[] | null | undefined | false)[]) =>
    joined(
      texts.filter((text) => text !== null && text !== undefined && text !== false),
      lineBreak,
    );
  const leads = (role: "member" | "officer", none: string) =>
    item.leads
      .filter((lead) => lead.role === role)
      .map(({ person }) => person.name)
      .join(", ") || none;
  return [
    says(String(number)),
    lines([
      topic ? [link(`/topics/${topic.slug}`, planned.title)] : [strong(planned.title)],
      says(purpose),
      group && says(`With ${group.body.name}`),
      says(state),
    ]),
    lines(linesOfEnquiry(planned)),
    lines([says(leads("member", "No lead member")), says(leads("officer", "No lead officer"))]),
    says(planned.corporatePlanOutcomes.join(", ") || "Not given"),
    lines(target(item)),
  ];
}

function linesOfEnquiry({ linesOfEnquiry }: PublishedItem["planned"]): Inline[][] {
  if (linesOfEnquiry.length > 1) return linesOfEnquiry.map((line) => says(`• ${line}`));
  return [says(linesOfEnquiry[0] ?? "Not given")];
}

/** The target, and that its own report promises a later day. */
function target({ planned, promisedTo }: PublishedItem): (Inline[] | false)[] {
  const times = planned.deferrals.length;
  return [
    says(planned.endsOn ? formatDate(planned.endsOn) : "To be confirmed"),
    planned.endsOn !== null &&
      promisedTo !== null &&
      promisedTo.date > planned.endsOn &&
      says(`Its report promises the final one for ${formatDate(promisedTo.date)}`),
    times > 0 && says(`Put off ${times === 1 ? "once" : `${times} times`}`),
  ];
}

/** What is not simply ahead. */
const STATES: Readonly<Record<PublishedItem["planned"]["status"], string | null>> = {
  on_agenda: null,
  scheduled: null,
  considered: "Considered",
  continued: "Goes on",
  monitoring: "Monitored",
  closed: "Closed",
  withdrawn: "Withdrawn",
  transferred: "Handed over",
  with_group: "With a review group",
  provisional: "Provisional",
  proposed: "Proposed",
};

/** Topics that wait for a place, with the steps each has still to take. */
function longList(waiting: readonly PublishedItem[], today: PlainDate): Block[] {
  return [
    heading(1, "Long list", "long-list"),
    paragraph("Topics that wait for a place, and what is missing before they are scrutinised."),
    {
      kind: "table",
      columns: [
        { head: "Topic", share: 2 },
        { head: "Missing", share: 1.2 },
        { head: "Where it is now", share: 2 },
      ],
      rows: waiting.map((item) => {
        const steps = stepsOf(item);
        const { topic, planned, purpose } = item;
        return [
          joined(
            [topic ? [link(`/topics/${topic.slug}`, planned.title)] : [strong(planned.title)], says(purpose)],
            lineBreak,
          ),
          says(steps ? missingWords(item, steps) : "Nothing is asked"),
          joined(whereNow(item, today), " "),
        ];
      }),
    },
  ];
}

/** Which proposal takes it up, who has it instead, and what is odd about it. */
function whereNow({ topic, proposal, proposalAt, planned }: PublishedItem, today: PlainDate): Inline[][] {
  if (planned.status === "transferred" || topic?.status === "transferred") {
    const to = topic?.receiver ? ` to ${topic.receiver.name}` : "";
    const on = topic?.statusOn ? `, on ${formatDate(topic.statusOn)}` : "";
    return [says(`Handed over${to}${on}.`), says(topic?.statusReason)];
  }
  if (topic?.status === "parked")
    return [says(topic.workedWith ? "With partners." : "Set aside."), says(topic.statusReason)];
  const named = proposal?.item === planned.title ? "Proposal" : `Proposal “${proposal?.item}”`;
  const at = proposalAt && link(proposalAt.href, `${formatDate(proposalAt.date)}, item ${proposalAt.number}`);
  return [
    proposal
      ? says(named, at && [...says(" on "), at], ".")
      : says(topic && `Suggested on ${formatDate(topic.suggestedOn)}. `, "No proposal yet."),
    ...(proposal ? leftOut(proposal) : []).map(({ part }) =>
      says(`It leaves out ${part.charAt(0).toLowerCase() + part.slice(1)}.`),
    ),
    ...planned.executiveDecisions.map(({ title, on, outcome }) =>
      says(
        on <= today
          ? `Cabinet has already considered this on ${formatDate(on)}${outcome ? `: ${outcome}` : "; what it decided is not recorded."}`
          : `Cabinet decides on “${title}” on ${formatDate(on)}.`,
      ),
    ),
  ];
}
