import type { Actor } from "@/domain/access/actor";
import { inTransaction, type Tx } from "@/server/db";

export type { Tx };

export type Address = `/${string}`;

/**
 * Carries out a form once, whatever number of times it is sent: the key it carries is claimed in the same transaction, and a
 * form sent again is answered with where the first one led. A refused form rolls its claim back, so that it can be sent again.
 */
export function once(actor: Actor, key: string, work: (tx: Tx) => Promise<Address>): Promise<Address> {
  return inTransaction(async (tx) => {
    // A twin sent at the same moment waits here, on the unique key, until the first has committed or given up.
    const claim = await tx.onceKey.createMany({
      data: [{ key, actor: actor.kind === "person" ? actor.personId : actor.kind, leadsTo: "" }],
      skipDuplicates: true,
    });
    if (claim.count === 0) {
      const first = await tx.onceKey.findUniqueOrThrow({ where: { key } });
      return first.leadsTo as Address;
    }
    const leadsTo = await work(tx);
    await tx.onceKey.update({ where: { key }, data: { leadsTo } });
    return leadsTo;
  });
}
