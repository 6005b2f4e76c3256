import type { AgendaItemKind } from "@/domain/meetings/agenda";
import type { QuestionKind, QuestionStatus } from "./question";

/** Statuses in which one is listed with the agenda of its meeting. */
export const LISTED = [
  "accepted",
  "answered",
  "reply_promised",
  "replied",
] as const satisfies readonly QuestionStatus[];

/** The item at which a kind is taken where nothing else is said. */
const TAKEN_AT: Readonly<Record<QuestionKind, AgendaItemKind>> = {
  public_question: "public_participation",
  public_statement: "public_participation",
  petition: "public_participation",
  councillor_question: "councillor_questions",
};

/** What of a question says where it is taken. */
export type Taken = { agendaItemId: string | null; kind: QuestionKind };

/** What of an item says what is taken there. */
export type TakingItem = { id: string; kind: AgendaItemKind; withdrawnAt?: Date | null };

/** The item of an agenda at which a question is taken; null where the agenda has none for it. */
export const itemTaking = <Item extends TakingItem>(
  items: readonly Item[],
  { agendaItemId, kind }: Taken,
): Item | null =>
  items.find(({ id }) => id === agendaItemId) ??
  items.find((item) => item.kind === TAKEN_AT[kind] && !item.withdrawnAt) ??
  null;
