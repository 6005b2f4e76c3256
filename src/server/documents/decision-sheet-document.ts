import { formatFullDate } from "@/domain/calendar/plain-date";
import { type Block, heading, note, type PrintedDocument, paragraph, says, strong } from "@/domain/documents/document";
import { markdownBlocks } from "@/domain/documents/markdown-blocks";
import {
  closedWords,
  isHandedOn,
  type SheetLine,
  SUBJECT_TO,
  sheetHeading,
  taskDue,
} from "@/domain/minutes/decision-sheet";
import type { Site } from "@/server/council/queries";

type Sheet = { lines: readonly SheetLine[]; meeting: { date: string; body: { name: string } } };

/** A decision sheet as it was sent: decisions, who is to do what, what goes to others. */
export function decisionSheetDocument({ council }: Pick<Site, "council">, { lines, meeting }: Sheet): PrintedDocument {
  return {
    title: `Decisions of ${formatFullDate(meeting.date)}`,
    council: council.name,
    kicker: meeting.body.name,
    lead: SUBJECT_TO,
    facts: [],
    language: "en-GB",
    blocks: [
      heading(1, "Decisions", "decisions"),
      ...lines.map(decided),
      heading(1, "Who is to do what", "tasks"),
      ...orNothing(lines.flatMap(asked), "Nothing is asked of anybody."),
      heading(1, "What goes to others", "others"),
      ...orNothing(lines.flatMap(handedOn), "Nothing."),
    ],
  };
}

const decided = ({ number, heading: title, decisions, closed }: SheetLine): Block => ({
  kind: "numbered",
  number: number === null ? null : String(number),
  title: { level: 2, text: says(title) },
  blocks: [
    ...decisions.map(
      ({ verb, text, reason }): Block => ({
        kind: "decision",
        verb,
        blocks: markdownBlocks(text, 3),
        clauses: [],
        reason: reason ?? undefined,
        after: [],
      }),
    ),
    ...(closed > 0 ? [note(`${closedWords(closed)} not for publication.`)] : []),
  ],
});

const asked = (line: SheetLine): Block[] =>
  line.tasks.map((task) =>
    paragraph(
      strong(task.owners.join(", ") || "Nobody named"),
      `: ${task.text} (${taskDue(task)}; ${sheetHeading(line)})`,
    ),
  );

const handedOn = (line: SheetLine): Block[] =>
  line.decisions
    .filter(isHandedOn)
    .map(({ verb, to }) => paragraph(sheetHeading(line), `: ${verb.toLowerCase()}`, to && ` to ${to}`, "."));

const orNothing = (blocks: readonly Block[], words: string): readonly Block[] =>
  blocks.length > 0 ? blocks : [paragraph(words)];
