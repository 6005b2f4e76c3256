import type { Restriction } from "@/domain/access/read-scope";
import { numberAgenda } from "@/domain/meetings/agenda";
import type { RestrictedItem } from "@/domain/meetings/exclusion";
import type { Client } from "@/server/db";

export type RestrictedAgendaItem = RestrictedItem & { id: string };

/** Every item of an agenda that stands, with how far it and its papers are kept from the public and under which paragraphs. */
export async function listRestrictedItems(client: Client, meetingId: string): Promise<RestrictedAgendaItem[]> {
  const agenda = await client.agendaItem.findMany({
    where: { meetingId },
    select: {
      id: true,
      parentId: true,
      place: true,
      title: true,
      withdrawnAt: true,
      inPrivate: true,
      paragraphs: true,
      papers: {
        where: { takenDownAt: null, replacedBy: { is: null } },
        select: { restriction: true, paragraphs: true },
      },
    },
  });
  return numberAgenda(agenda)
    .filter(({ item }) => item.withdrawnAt === null)
    .map(({ item: { id, title, inPrivate, paragraphs, papers }, number }) => ({
      id,
      number,
      title,
      restriction: strongest([inPrivate, ...papers.map(({ restriction }) => restriction)]),
      paragraphs: [...new Set([...paragraphs, ...papers.flatMap((paper) => paper.paragraphs)])].toSorted(
        (a, b) => a - b,
      ),
    }));
}

const strongest = (restrictions: readonly Restriction[]): Restriction =>
  (["confidential", "exempt"] as const).find((each) => restrictions.includes(each)) ?? "public";
