import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";

/** What one item came to, as it goes out the same evening. */
export type SheetLine = {
  /** Of the minute, by the body's policy; it may change until the minutes are published. */
  number: number | null;
  heading: string;
  /** What was decided; empty where nothing of it is for publication. */
  decisions: readonly SheetDecision[];
  /** Decisions that are not for publication: that there are some is said, and nothing else. */
  closed: number;
  tasks: readonly SheetTask[];
};

export type SheetDecision = {
  kind: string;
  verb: string;
  text: string;
  reason: string | null;
  /** Whom a recommendation goes to. */
  to: string | null;
};

/** What somebody is to do, and by when. */
export type SheetTask = { text: string; owners: readonly string[]; dueOn: PlainDate | null; dueNextMeeting: boolean };

/** Until the meeting has confirmed its minutes, the words are those its clerk took down. */
export const SUBJECT_TO = "Subject to confirmation of the wording.";

/** Kinds that hand something on, listed once more by themselves: referrals and recommendations. */
export const isHandedOn = ({ kind }: SheetDecision): boolean => kind === "referral" || kind === "recommendation";

/** Whether there is anything to send: an item was decided, or somebody asked for something. */
export const saysAnything = (lines: readonly SheetLine[]): boolean =>
  lines.some(({ decisions, closed, tasks }) => decisions.length + closed + tasks.length > 0);

/** "Minute 9, Mobile Library Service" */
export const sheetHeading = ({ number, heading }: Pick<SheetLine, "number" | "heading">): string =>
  number === null ? heading : `Minute ${number}, ${heading}`;

/** "by 25 October 2016", "by the next meeting" */
export const taskDue = ({ dueOn, dueNextMeeting }: SheetTask): string =>
  dueOn ? `by ${formatDate(dueOn)}` : dueNextMeeting ? "by the next meeting" : "no day given";

/** "A decision", "2 decisions": how many are not for publication, to begin a sentence with. */
export const closedWords = (closed: number): string => (closed === 1 ? "A decision" : `${closed} decisions`);

/**
 * A sheet as the plain text of a message: first what is asked of whoever reads it, then what was decided, item by item, then what is
 * asked of others. What is not for publication is named and not told.
 * @param reader the name under which things are asked of them; null of whom nothing is
 * @returns paragraphs
 */
export function sheetParagraphs(lines: readonly SheetLine[], reader: string | null): string[] {
  const tasks = lines.flatMap((line) => line.tasks.map((task) => ({ line, task })));
  const isTheirs = ({ task }: (typeof tasks)[number]) => reader !== null && task.owners.includes(reader);
  const [theirs, others] = [tasks.filter(isTheirs), tasks.filter((each) => !isTheirs(each))];
  const told = ({ line, task }: (typeof tasks)[number]) =>
    `${task.text} (${taskDue(task)}; ${sheetHeading(line).replace(/^Minute /, "minute ")})`;
  return [
    ...(theirs.length > 0 ? ["ASKED OF YOU", ...theirs.map(told)] : []),
    "DECISIONS",
    ...lines
      .filter(({ decisions, closed }) => decisions.length + closed > 0)
      .map((line) => [sheetHeading(line), ...decidedWords(line)].join("\n")),
    ...(lines.every(({ decisions, closed }) => decisions.length + closed === 0) ? ["None."] : []),
    ...(others.length > 0
      ? [
          theirs.length > 0 ? "ASKED OF OTHERS" : "WHO IS TO DO WHAT",
          ...others.map((each) => `${each.task.owners.join(", ") || "Nobody named"}: ${told(each)}`),
        ]
      : []),
  ];
}

const decidedWords = ({ decisions, closed }: SheetLine): string[] => [
  ...decisions.map(({ verb, to, text, reason }) =>
    [`${verb}${to ? ` to ${to}` : ""}${text ? `: ${text}` : "."}`, ...(reason ? [`Reason: ${reason}`] : [])].join("\n"),
  ),
  ...(closed > 0 ? [`${closedWords(closed)} not for publication: members read more in the minutes.`] : []),
];
