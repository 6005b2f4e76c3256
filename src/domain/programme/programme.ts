import type { Relations } from "@/domain/access/role";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { AuthorityKind } from "@/domain/workflow/authority";

export type ProgrammeStatus = "draft" | "adopted" | "varied";

/** A committee's plan for a municipal year, which runs from one annual meeting to the next. */
export type Programme = Relations & {
  id: string;
  status: ProgrammeStatus;
  bodyId: string;
  /** "2016/17". */
  municipalYear: string;
  items: number;
};

/** A change to an adopted programme, and what it rests on. */
export type Variation = { on: PlainDate; what: string; authority: AuthorityKind; reportedOn: PlainDate | null };

/** Changes that no meeting has seen: whatever a meeting did not resolve itself is listed for the next. */
export const toReport = (variations: readonly Variation[]): Variation[] =>
  variations.filter(({ authority, reportedOn }) => authority !== "resolution" && reportedOn === null);

/** Whether something not finished is carried into the next municipal year: items, groups, trackers alike. */
export const rollsOver = <Status extends string>(
  { status }: { status: Status },
  { statuses }: { statuses: Readonly<Record<Status, { final?: boolean }>> },
): boolean => !statuses[status].final;
