import type { PlainTime } from "@/domain/calendar/plain-time";
import { invalid } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";

/** A time of the clock as it was typed, "9.30" or "14:00"; null where nothing is. @throws ExpectedError invalid */
export function typedTime(answers: Answers, name: string): PlainTime | null {
  const typed = answers.text(name);
  if (!typed) return null;
  if (!/^([01]?\d|2[0-3])[:.][0-5]\d$/.test(typed))
    throw invalid(name, "Write the time by the 24-hour clock, such as 10:00.");
  return typed.replace(".", ":").padStart(5, "0");
}
