import type { ReadScope } from "@/domain/access/read-scope";
import { readable } from "@/server/access/readable";
import type { Client } from "@/server/db";

/** Shorter words ("care of the") stand in every other title. */
const SHORTEST = 4;
const MOST = 6;

/** "Libraries" is like "library". */
const stem = (word: string): string => word.slice(0, Math.max(5, word.length - 3));

/**
 * Topics open to the reader whose titles share a word of some length with this one, the latest first.
 * @param except the topic itself
 */
export async function listAlike(client: Client, scope: ReadScope, title: string, except?: string) {
  const words = [
    ...new Set(
      title
        .split(/[^\p{L}]+/u)
        .filter((word) => word.length >= SHORTEST)
        .map(stem),
    ),
  ].slice(0, 12);
  if (words.length === 0) return [];
  return await client.topic.findMany({
    where: {
      AND: [
        {
          ...(except && { id: { not: except } }),
          OR: words.map((word) => ({ title: { contains: word, mode: "insensitive" as const } })),
        },
        readable(scope),
      ],
    },
    orderBy: [{ suggestedOn: "desc" }, { title: "asc" }],
    take: MOST,
    select: {
      id: true,
      slug: true,
      title: true,
      status: true,
      suggestedOn: true,
      body: { select: { shortName: true } },
    },
  });
}
