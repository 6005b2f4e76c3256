import type { Relations } from "@/domain/access/role";
import type { PlainDate } from "@/domain/calendar/plain-date";

export type QuestionStatus =
  | "received"
  | "accepted"
  | "not_accepted"
  | "answered"
  | "reply_promised"
  | "replied"
  | "withdrawn";

export type QuestionKind = "public_question" | "public_statement" | "petition" | "councillor_question";

/** Why one is not taken. */
export type QuestionGround =
  | "outside_functions"
  | "offensive"
  | "repeated"
  | "confidential"
  | "individual_case"
  | "too_long";

/** What may be published about whoever asks. */
export type QuestionIdentity = "name" | "name_and_area" | "withheld";

/** A question, a statement or a petition for one meeting. */
export type Question = Relations & {
  id: string;
  status: QuestionStatus;
  kind: QuestionKind;
  meetingOn: PlainDate;
  /** Whether the agenda of its meeting is public: from then on what is accepted is public with it. */
  agendaIsPublic: boolean;
  /** How long after the deadline of its kind it came, in words; null for one in time. */
  late: string | null;
  /** Whoever presides, who took it although it came late. */
  lateAllowedBy: string | null;
  ground: QuestionGround | null;
  answeredBy: string | null;
  answer: string | null;
  replyPromisedBy: string | null;
  replyDueOn: PlainDate | null;
  reply: string | null;
};

export const QUESTION_KINDS: Readonly<Record<QuestionKind, string>> = {
  public_question: "Question from the public",
  public_statement: "Statement from the public",
  petition: "Petition",
  councillor_question: "Question from a councillor",
};

/** The same in a sentence: "Your question was received". */
export const KIND_NOUNS: Readonly<Record<QuestionKind, string>> = {
  public_question: "question",
  public_statement: "statement",
  petition: "petition",
  councillor_question: "question",
};

/** A question asks to be answered; a statement and a petition are heard. */
export const asksForAnswer = (kind: QuestionKind): boolean =>
  kind === "public_question" || kind === "councillor_question";

/** As standing orders on public participation have them. */
export const QUESTION_GROUNDS: Readonly<Record<QuestionGround, string>> = {
  outside_functions: "It is not about the functions of this committee",
  offensive: "It is defamatory or offensive",
  repeated: "It is substantially the same as one put in the last six months",
  confidential: "It asks for or discloses confidential or exempt information",
  individual_case: "It is about one person’s case, or about a member of staff",
  too_long: "It is longer than the standing orders allow",
};

export const QUESTION_IDENTITIES: Readonly<Record<QuestionIdentity, string>> = {
  name: "The name",
  name_and_area: "The name, and the town or parish",
  withheld: "Neither: “A member of the public”",
};

const NOBODY_NAMED: Readonly<Record<QuestionKind, string>> = {
  public_question: "A member of the public",
  public_statement: "A member of the public",
  petition: "A member of the public",
  councillor_question: "A councillor",
};

/**
 * The words under which it is read out and published. What is withheld is in no record that is ever public.
 * Goes in: what may be published, and who asks. Comes out: "Jane Smith, Bridport", or "A member of the public".
 */
export function publishedName(
  { kind, identity }: { kind: QuestionKind; identity: QuestionIdentity },
  { name, area }: { name: string; area: string | null },
): string {
  if (identity === "withheld") return NOBODY_NAMED[kind];
  return identity === "name_and_area" && area ? `${name}, ${area}` : name;
}
