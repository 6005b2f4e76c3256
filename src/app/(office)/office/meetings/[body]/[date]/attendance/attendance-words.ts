import { ATTENDANCE_KINDS } from "@/domain/attendance/attendance";
import { keysOf } from "@/domain/wording/words-by-value";
import type { StepField } from "@/server/workflow/step-field";

/** "6 present, 5 apologies, 2 not recorded": what the fields of the seats say, in a line. */
export function attendanceWords(fields: readonly StepField[]): string {
  const kinds = fields.map((field) => (field.kind === "one" ? (field.value ?? null) : null));
  const said = keysOf(ATTENDANCE_KINDS).flatMap((kind) => {
    const count = kinds.filter((each) => each === kind).length;
    return count > 0 ? [`${count} ${ATTENDANCE_KINDS[kind].toLowerCase()}`] : [];
  });
  const open = kinds.filter((kind) => kind === null).length;
  return [...said, ...(open > 0 ? [`${open} not recorded`] : [])].join(", ");
}
