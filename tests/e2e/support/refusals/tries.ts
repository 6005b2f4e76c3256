import type { TableTransition } from "@/domain/workflow/workflow-table";
import { one } from "../database";
import type { Answer } from "../site";
import type { Sent } from "./desk";
import { isSaid, refusalIn } from "./desk";
import { type HardFinding, hardFindings } from "./hard-findings";
import type { Records } from "./records";
import { ALWAYS_TYPED, ANYWHERE, OWN, UNREACHABLE, type Way } from "./ways";

export const nameOf = ({ machine, step, code }: HardFinding): string => `${machine}.${step}.${code}`;

/** Nothing said of the record, nothing typed, and good reasons given. */
export const PLAIN: Way = {};

/** The codes of what the committee's template requires of a proposal, each named for its field. */
export async function requiredByTemplate(): Promise<string[]> {
  const { fields } = await one<{ fields: { field: string; need: string }[] }>(
    `SELECT "scopingTemplate"->'fields' AS fields FROM "Body" WHERE slug = 'safeguarding'`,
  );
  return fields
    .filter(({ need }) => need === "required")
    .map(({ field }) => `no-${field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
}

/**
 * Every finding of a machine that is to be tried, those together that one sending makes.
 * @throws Error for a finding that nobody has said how to make
 */
export async function triesOf(machine: string): Promise<{ step: string; way: Way; codes: string[] }[]> {
  const template = await requiredByTemplate();
  const unreachable = UNREACHABLE.flatMap(({ findings }) => findings);
  const tries = new Map<string, Map<Way, string[]>>();
  for (const finding of hardFindings(template)) {
    const { step, code } = finding;
    if (finding.machine !== machine || unreachable.includes(nameOf(finding))) continue;
    const way = OWN[machine]?.[step]?.[code] ?? ANYWHERE[code] ?? (template.includes(code) ? PLAIN : undefined);
    if (!way) throw new Error(`Say in support/refusals/ways.ts how ${nameOf(finding)} is made.`);
    const ways = tries.get(step) ?? new Map<Way, string[]>();
    tries.set(step, ways.set(way, [...(ways.get(way) ?? []), code]));
  }
  return [...tries].flatMap(([step, ways]) => [...ways].map(([way, codes]) => ({ step, way, codes })));
}

/** A record that stands where the step begins, and what the step's form is sent with. */
export async function prepared(
  records: Records,
  machine: string,
  { name, from: [from = ""] }: TableTransition,
  way: Way,
): Promise<Sent> {
  const typed = {
    ...(await groundsOf(records, way)),
    ...ALWAYS_TYPED[`${machine}.${name}`],
    ...way.typed?.(records),
  };
  return { record: await records.of(machine, from, await way.says?.(records)), step: name, typed };
}

/** What a form is sent with to say why, and what the step rests on. */
async function groundsOf(records: Records, { rests, withoutReason }: Way): Promise<Record<string, string>> {
  const reason: Record<string, string> = withoutReason ? {} : { reason: "Because it is so." };
  if (rests === "on a bad resolution") return { ...reason, decisionId: (await records.badResolution()).id };
  if (rests === "on another body") return { ...reason, otherBodyId: records.at.board, reference: "minute 29" };
  return { ...reason, consulted: rests === "on nobody consulted" ? "" : "The Chairman" };
}

/** Which of the findings the answer does not give, or gives and does not say in words. */
export function notSaid(answer: Answer, codes: readonly string[]): string[] {
  const { refusal, words } = refusalIn(answer);
  const found = (refusal?.findings ?? []).filter(({ severity }) => severity === "hard");
  return codes.flatMap((code) => {
    const isReason = code === "no-reason" && refusal?.code === "needs-reason";
    const said = isReason ? refusal.sentence : found.find((finding) => finding.code === code)?.sentence;
    if (said === undefined)
      return [`no ${code} but ${answer.status} ${refusal?.sentence} ${found.map((each) => each.code)}: ${words}`];
    return isSaid(words, said) ? [] : [`${code} is not said: ${words}`];
  });
}
