import { movementWords } from "@/domain/attendance/movement";
import { itemAnchor, meetingAddress } from "@/domain/bodies/body-address";
import { type Labels, labelsFrom } from "@/domain/bodies/labels";
import { londonDate } from "@/domain/calendar/london-time";
import { formatDate, formatFullDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import {
  type Block,
  type Fact,
  heading,
  type Inline,
  link,
  note,
  type PrintedDocument,
  paragraph,
  says,
} from "@/domain/documents/document";
import { markdownBlocks } from "@/domain/documents/markdown-blocks";
import { declaredInMinutes } from "@/domain/interests/interests";
import { decisionVerb } from "@/domain/minutes/decision-verb";
import { movedWords, publicAccessWords, voteWords } from "@/domain/minutes/minutes";
import { minutesWorkflow } from "@/domain/minutes/minutes-workflow";
import type { Site } from "@/server/council/queries";
import type { MinuteItem, MinutesPage } from "@/server/minutes/queries";

/** The minutes as a document: what their page says, without what became of it since, which is no part of the record. */
export function minutesDocument({ council }: Pick<Site, "council">, minutes: MinutesPage): PrintedDocument {
  const { body, meeting, items, amendments } = minutes;
  const labels = labelsFrom(council.labels, body.labels);
  return {
    title: `Minutes of ${formatFullDate(meeting.date)}`,
    council: council.name,
    kicker: body.name,
    lead: whereAndWhen(meeting),
    facts: [{ term: minutesWorkflow.statuses[minutes.status].label, value: confirmation(minutes) }],
    language: "en-GB",
    blocks: [
      heading(1, "Attendance", "attendance"),
      ...attendance(minutes, labels),
      heading(1, "Minutes", "minutes"),
      ...(minutes.note ? [note(minutes.note)] : []),
      ...items.map(minute),
      ...(amendments.length > 0 ? [heading(1, "Corrections", "amendments")] : []),
      ...amendments.map(({ at, before, after }) =>
        paragraph(`${formatDate(londonDate(at))}: “${before}” became “${after}”.`),
      ),
    ],
  };
}

/** "County Hall, Dorchester, 10.00 am to 12.15 pm" */
function whereAndWhen({ place, startTime, sessions }: MinutesPage["meeting"]): string | undefined {
  const endTime = sessions.at(-1)?.endTime;
  const hours = startTime && `${formatTime(startTime)}${endTime ? ` to ${formatTime(endTime)}` : ""}`;
  return [place, hours].filter(Boolean).join(", ") || undefined;
}

function confirmation({ confirmedAt, confirmation }: MinutesPage): Inline[] {
  const at = confirmation?.meeting ?? confirmedAt;
  if (!at) return says("Not yet before a meeting to be confirmed.");
  const number = confirmation?.number;
  return says(
    confirmedAt ? "Confirmed on " : "To be confirmed on ",
    link(
      `${meetingAddress(at.body, at)}${number ? `#${itemAnchor(number)}` : ""}`,
      `${formatDate(at.date)}${number ? `, item ${number}` : ""}`,
    ),
    ".",
  );
}

type Attended = MinutesPage["meeting"]["attendance"][number];

/** Who was there, who sent apologies, and who is in no list though they held a seat (LGA 1972 Sch 12 para 40). */
function attendance({ meeting, body }: MinutesPage, labels: Labels): Block[] {
  if (meeting.attendance.length === 0) return [note("Attendance is not recorded.")];
  const roles = new Map(body.seats.map(({ personId, role }) => [personId, role]));
  const roleWord = (personId: string) => {
    const role = roles.get(personId);
    if (role === "chair") return labels.chair;
    if (role === "vice_chair") return labels.viceChair;
    return role === "education_co_optee" || role === "other_co_optee" ? "co-opted" : null;
  };
  const listed = new Set(meeting.attendance.map(({ personId }) => personId));
  const missing = body.seats.filter(
    ({ personId, role }) => !listed.has(personId) && role !== "substitute" && role !== "support_officer",
  );
  const row = (term: string, kinds: Attended["kind"][], words: (one: Attended) => string): Fact[] => {
    const people = meeting.attendance.filter(({ kind }) => kinds.includes(kind));
    return people.length > 0 ? [{ term, value: says(people.map(words).join("; ")) }] : [];
  };
  const member = (one: Attended) =>
    named(one, [
      roleWord(one.personId),
      one.substituteFor && `for ${one.substituteFor.name}`,
      one.nameAsPrinted && `printed as ${one.nameAsPrinted}`,
    ]);
  const facts = [
    ...row("Present", ["present"], member),
    ...row("Substitutes", ["substitute"], member),
    ...row("Taking part from elsewhere", ["remote"], member),
    ...row("Apologies", ["apologies"], member),
    ...row("Absent", ["absent"], member),
    ...(missing.length > 0
      ? [
          {
            term: "Not recorded",
            value: says(
              missing.map(({ personId, person }) => inBrackets(person.name, [roleWord(personId)])).join("; "),
            ),
          },
        ]
      : []),
    ...row("Also attending", ["in_attendance"], visitor),
    ...row("Officers", ["officer"], (one) => named(one, [one.titleAsPrinted])),
  ];
  return [{ kind: "facts", facts }];
}

/** A councillor who is no member, and by what right they were there. */
function visitor(one: Attended): string {
  const minutes = one.forMinutes;
  const which =
    minutes.length === 1 ? `minute ${minutes[0]}` : `minutes ${minutes.slice(0, -1).join(", ")} and ${minutes.at(-1)}`;
  return [
    named(one, [one.titleAsPrinted]),
    one.under ? ` under ${one.under}` : "",
    minutes.length > 0 ? `, for ${which}` : "",
    !one.under && minutes.length === 0 ? " (no authority recorded)" : "",
  ].join("");
}

const named = ({ person }: Attended, facts: readonly (string | null | undefined | false)[]) =>
  inBrackets(person.name, facts);

function inBrackets(name: string, facts: readonly (string | null | undefined | false)[]): string {
  const said = facts.filter(Boolean).join(", ");
  return said ? `${name} (${said})` : name;
}

function minute(item: MinuteItem): Block {
  const isRestricted = item.isRestricted || item.decisions.some(({ restriction }) => restriction !== "public");
  return {
    kind: "numbered",
    number: item.number === null ? null : String(item.number),
    anchor: item.number === null ? undefined : `minute-${item.number}`,
    title: { level: 2, text: says(item.headings.join(" and ") || "Without a heading") },
    blocks: [
      ...(isRestricted ? [note("Not for publication.")] : []),
      ...(item.markdown === null
        ? [paragraph(item.publicSummary ?? "This minute is not open to the public, and no summary of it is recorded.")]
        : markdownBlocks(item.markdown, 3)),
      ...[publicAccessWords(item.publicAccess)].flatMap((words) => (words ? [paragraph(words)] : [])),
      ...item.movements.map((movement) => paragraph(`${movement.person.name} ${movementWords(movement)}.`)),
      ...(item.declarations.length > 0 ? [heading(3, "Declared")] : []),
      ...item.declarations.map(({ person, ...declared }) =>
        paragraph(`${person.name}: ${declaredInMinutes(declared)}`),
      ),
      ...item.decisions.map((decision) => decided(item, decision)),
    ],
  };
}

type Decided = MinuteItem["decisions"][number];

function decided({ number: minuteNumber }: MinuteItem, decision: Decided): Block {
  const clauses = decision.recommendations.flatMap((recommendation) => recommendation.clauses);
  const isNoted = decision.kind === "noted";
  return {
    kind: "decision",
    verb: decisionVerb(decision),
    blocks: [...(clauses.length === 0 && decision.text ? markdownBlocks(decision.text, 3) : []), ...votes(decision)],
    clauses: clauses.map(({ number, text }) => ({
      number,
      anchor: minuteNumber === null ? undefined : `clause-${minuteNumber}-${number}`,
      text: says(text),
    })),
    reason: isNoted ? undefined : (decision.reason ?? undefined),
    after: [],
  };
}

/** Who moved it, and how it was voted on. */
function votes(decision: Decided): Block[] {
  const said = [movedWords(decision), voteWords(decision)].filter(Boolean).join(" ");
  return said ? [paragraph(said)] : [];
}
