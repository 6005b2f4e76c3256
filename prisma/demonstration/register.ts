import type { Prisma } from "@/generated/prisma/client";

/** The one transaction in which the demonstration is loaded. */
export type Tx = Prisma.TransactionClient;

/** What was loaded, by the name it goes by in this folder. */
export type Ids<Name extends string> = Readonly<Record<Name, string>>;

/** The id of what may not be there. */
export const idOf = <Name extends string>(ids: Ids<Name>, name: Name | undefined): string | null =>
  name === undefined ? null : ids[name];

/** The ids of rows that carry a slug. */
export const idsBySlug = <Slug extends string>(rows: readonly { id: string; slug: string }[]): Ids<Slug> =>
  Object.fromEntries(rows.map(({ id, slug }) => [slug, id])) as Ids<Slug>;
