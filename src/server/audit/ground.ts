import type { PlainDate } from "@/domain/calendar/plain-date";
import type { AuthorityKind, Prisma } from "@/generated/prisma/client";

/** What of an authority says what a step rests on. */
export const GROUND = {
  select: {
    kind: true,
    statement: true,
    decidedOn: true,
    body: { select: { shortName: true } },
    decision: {
      select: { minute: { select: { number: true, minutes: { select: { meeting: { select: { date: true } } } } } } },
    },
  },
} as const satisfies Prisma.AuthorityDefaultArgs;

/** What a step rests on. */
export type Ground = {
  kind: AuthorityKind;
  statement: string;
  body: string | null;
  decidedOn: PlainDate | null;
  minute: { number: number | null; on: PlainDate } | null;
};

/** What a row of the table says a step rests on; null where it rests on nothing. */
export const groundOf = (authority: Prisma.AuthorityGetPayload<typeof GROUND> | null): Ground | null =>
  authority && {
    kind: authority.kind,
    statement: authority.statement,
    body: authority.body?.shortName ?? null,
    decidedOn: authority.decidedOn,
    minute: authority.decision && {
      number: authority.decision.minute.number,
      on: authority.decision.minute.minutes.meeting.date,
    },
  };
