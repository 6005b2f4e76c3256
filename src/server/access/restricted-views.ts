import { db } from "@/server/db";

/**
 * Notes that this person is about to be shown restricted text. Await it before the
 * page is made: a view that cannot be recorded does not happen.
 * @param subjectKind whose text it is: "minute", "report"
 */
export async function recordRestrictedViews(
  personId: string,
  subjectKind: string,
  subjectIds: readonly string[],
): Promise<void> {
  if (subjectIds.length === 0) return;
  await db.restrictedView.createMany({
    data: subjectIds.map((subjectId) => ({ personId, subjectKind, subjectId })),
  });
}
