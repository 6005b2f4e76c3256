import { isKey } from "@/domain/access/record-key";
import { isPlainDate, type PlainDate } from "@/domain/calendar/plain-date";
import type { PlainTime } from "@/domain/calendar/plain-time";
import { typedDay } from "@/domain/calendar/typed-day";
import { typedTime } from "@/domain/calendar/typed-time";
import { invalid } from "@/server/errors";

/** What was typed into a form, field by field; a date comes in three, "dueOn-day" and so on. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

const MOST_WRITTEN = 20_000;

/** What the fields of a step say. Each function throws ExpectedError invalid, for its field, where it says what cannot be so. */
export type Answers = {
  /** Trimmed, with one kind of line end; "" where nothing is written. At most so many characters, 20,000 unless it is said. */
  text: (name: string, most?: number) => string;
  date: (name: string) => PlainDate | null;
  time: (name: string) => PlainTime | null;
  /** The key of a record, chosen from a list. */
  id: (name: string) => string | null;
  ids: (name: string) => string[];
  oneOf: <Value extends string>(name: string, values: readonly Value[]) => Value | null;
  several: <Value extends string>(name: string, values: readonly Value[]) => Value[];
  yes: (name: string) => boolean;
};

/** Reads what was typed, field by field, as what each field is. */
export function answersFrom(typed: Typed): Answers {
  const list = (name: string): string[] => {
    const value = typed[name] ?? [];
    return (typeof value === "string" ? [value] : [...value]).filter((each) => each !== "");
  };
  const raw = (name: string): string => list(name)[0]?.trim() ?? "";
  const ids = (name: string): string[] => {
    const chosen = [...new Set(list(name))];
    if (!chosen.every(isKey)) throw invalid(name, CHOOSE);
    return chosen;
  };
  return {
    text(name, most = MOST_WRITTEN) {
      const text = raw(name).replaceAll("\r\n", "\n");
      if (text.length > most)
        throw invalid(name, `Shorten this: it is longer than ${most.toLocaleString("en-GB")} characters.`);
      return text;
    },
    date(name) {
      const date = typedDay(name, raw);
      if (date !== null && !isPlainDate(date))
        throw invalid(name, "Write a day that exists, such as 28 2 2017, or leave all three empty.");
      return date;
    },
    time(name) {
      const text = raw(name);
      const time = typedTime(text);
      if (text && time === null) throw invalid(name, "Write the time by the 24-hour clock, such as 10:00.");
      return time;
    },
    id: (name) => ids(name)[0] ?? null,
    ids,
    oneOf(name, values) {
      const value = raw(name);
      if (!value) return null;
      return values.find((each) => each === value) ?? refuse(name);
    },
    several: (name, values) =>
      [...new Set(list(name))].map((each) => values.find((value) => value === each) ?? refuse(name)),
    yes: (name) => raw(name) === "yes",
  };
}

const CHOOSE = "Choose one of those on the list.";

function refuse(name: string): never {
  throw invalid(name, CHOOSE);
}

/**
 * What one form says, as another command reads it: some of its answers are given, others stand under another name, and the rest it
 * does not see.
 * @param given answers that follow from something else, as they would be typed
 * @param names of the command's fields, and where each stands in the form
 */
export function answersAs(answers: Answers, given: Typed, names: Readonly<Record<string, string>>): Answers {
  const own = answersFrom(given);
  const nothing = answersFrom({});
  const asked = (name: string): [Answers, string] => {
    const here = Object.hasOwn(names, name) ? names[name] : undefined;
    return Object.hasOwn(given, name) ? [own, name] : here === undefined ? [nothing, name] : [answers, here];
  };
  const read =
    <Value>(how: (from: Answers, name: string) => Value) =>
    (name: string): Value =>
      how(...asked(name));
  return {
    text: read((from, name) => from.text(name)),
    date: read((from, name) => from.date(name)),
    time: read((from, name) => from.time(name)),
    id: read((from, name) => from.id(name)),
    ids: read((from, name) => from.ids(name)),
    oneOf: (name, values) => read((from, here) => from.oneOf(here, values))(name),
    several: (name, values) => read((from, here) => from.several(here, values))(name),
    yes: read((from, name) => from.yes(name)),
  };
}
