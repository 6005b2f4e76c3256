import type { PlainDate } from "@/domain/calendar/plain-date";
import type { Tx } from "@/server/db";
import { invalid } from "@/server/errors";
import type { Answers } from "@/server/workflow/answers";
import { listPeople } from "@/server/workflow/choices";

/** As many as a group may have members, and those who are named beside them. */
const MOST_OWNERS = 40;

/** The name of the field for the first, second, third of those who answer for it. */
export const ownerField = (index: number): string => (index === 0 ? "ownerIds" : `owner${index + 1}`);

/**
 * Who was named as answering for it, in the order they were named. Whoever answered for it before may stay.
 * @throws ExpectedError invalid where nobody is named, or somebody without seat or post
 */
export async function ownersFrom(
  tx: Tx,
  answers: Answers,
  today: PlainDate,
  before: readonly string[] = [],
): Promise<string[]> {
  const named = Array.from({ length: MOST_OWNERS }, (_, index) => answers.id(ownerField(index)));
  const owners = [...new Set(named.flatMap((id) => id ?? []))];
  const known = new Set([...(await listPeople(tx, today)).map(({ value }) => value), ...before]);
  const unknown = named.findIndex((id) => id !== null && !known.has(id));
  if (unknown !== -1) throw invalid(ownerField(unknown), "Choose one of those on the list.");
  return owners;
}

/** Names those who answer for it instead of whoever did. */
export async function writeOwners(tx: Tx, followUpId: string, owners: readonly string[]): Promise<void> {
  await tx.followUpOwner.deleteMany({ where: { followUpId } });
  await tx.followUpOwner.createMany({
    data: owners.map((personId, index) => ({ followUpId, personId, position: index + 1 })),
  });
}
