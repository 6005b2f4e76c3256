import { numberAlike } from "@/domain/packs/made-pack";
import { inTransaction } from "@/server/db";
import { makePackApart } from "@/server/packs/pack-maker";
import { getOrderedPacks, type OrderedPacks, recordFailedPacks, recordPacks } from "@/server/packs/record";
import { announcePublicPagesChanged } from "@/server/public-pages/announcement";
import type { Jobs, Outcome } from "./queues";

/**
 * Makes the packs of a meeting: the restricted one first, which tells the public one how many pages to keep free. Run again it makes
 * nothing again. Until both are recorded, which happens at once, there is nothing of them but bytes that nobody can ask for.
 */
export async function makeOrderedPacks({ packId }: Jobs["make-pack"]): Promise<Outcome> {
  const ordered = await getOrderedPacks(packId);
  if (!ordered) return { done: { outcome: "nothing to do" } };
  try {
    const { open, restricted, mostMemory } = await make(ordered);
    const isRecorded = await inTransaction((tx) => recordPacks(tx, { packId, open, restricted }));
    if (!isRecorded) return { done: { outcome: "nothing to do" } };
    await announcePublicPagesChanged();
    return { done: { outcome: "made", pages: open.pages, mostMemory } };
  } catch (error) {
    await recordFailedPacks(ordered);
    throw error;
  }
}

async function make({ restrictedId, ...order }: OrderedPacks) {
  const site = process.env.NEXTAUTH_URL?.replace(/\/$/, "");
  const apart = (kind: "public" | "restricted", withheld: Record<string, number>) =>
    makePackApart({ ...order, kind, site, withheld });

  const whole = restrictedId ? await apart("restricted", {}) : null;
  const open = await apart("public", { ...whole?.made.restricted });
  if (whole && !numberAlike(whole.made, open.made)) {
    throw new Error("The public and the restricted pack do not number their pages alike: something changed meanwhile.");
  }
  return {
    open: open.made,
    restricted: whole && restrictedId ? { id: restrictedId, made: whole.made } : null,
    mostMemory: Math.max(open.mostMemory, whole?.mostMemory ?? 0),
  };
}
