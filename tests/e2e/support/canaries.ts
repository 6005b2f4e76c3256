import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { canRead, canReadContent, readScope } from "@/domain/access/read-scope";
import { KEPT } from "./people";
import { ANY_CANARY, type Canary } from "./planting";

/** Where the words that were planted are kept for the tests. */
export const CANARIES = join(KEPT, "canaries.json");

export const plantedCanaries = (): Canary[] => JSON.parse(readFileSync(CANARIES, "utf8")) as Canary[];

/** Whether somebody may find this word: docs/access.md, judged by the rule itself on the record's own columns. */
export function mayFind(actor: Actor, { opensTo }: Canary): boolean {
  const scope = readScope(actor);
  const isTheirs = "personId" in opensTo && opensTo.personId !== undefined && opensTo.personId === scope.personId;
  const isDesk = scope.allDrafts || isTheirs;
  switch (opensTo.kind) {
    case "record":
      return isTheirs || canRead(scope, opensTo.record);
    case "content":
      return canReadContent(scope, opensTo.content);
    case "history":
      return scope.inside && canRead(scope, opensTo.record);
    case "inside":
      return scope.inside;
    case "desk":
      return isDesk;
    case "restricted desk":
      return isDesk || scope.allRestricted;
    case "one person":
      return isTheirs;
    case "permitted":
      return can(actor, opensTo.permission, {}) || (opensTo.inside === true && scope.inside) || isTheirs;
    case "nobody":
      return false;
  }
}

/** The words of ours in a text, however they are written. */
export const canariesIn = (text: string): Set<string> =>
  new Set((text.match(ANY_CANARY) ?? []).map((word) => word.toLowerCase()));

/** A canary in words: what it stands in. */
export const nameOf = ({ table, column, row, word }: Canary): string => `${table}.${column} of ${row} (${word})`;
