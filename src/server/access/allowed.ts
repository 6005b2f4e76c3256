import type { Actor } from "@/domain/access/actor";
import { can, type Permission, whoMay } from "@/domain/access/permissions";
import type { Relations } from "@/domain/access/role";
import { ExpectedError } from "@/server/errors";

/** Who may do what takes no step of a machine, which asks by itself. @throws ExpectedError refused, saying who may */
export function mustBeAllowed(actor: Actor, needs: Permission, record: Relations, label: string): void {
  if (!can(actor, needs, record)) throw refused("not-permitted", `“${label}” is for ${whoMay(needs)}.`);
}

/** A refusal without findings: who may, or that the record is past it. */
export const refused = (code: "not-permitted" | "wrong-status", sentence: string) =>
  new ExpectedError({ kind: "refused", refusal: { code, sentence, findings: [] } });
