import type { ReadScope } from "@/domain/access/read-scope";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import type { AgendaItemKind } from "@/domain/meetings/agenda";
import type { Prisma } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import type { Client } from "@/server/db";
import { ITEM_KINDS } from "./agenda-item-form";

type Template = { kind: AgendaItemKind; title: string; purpose: string; nested: boolean };

/** An item that every agenda of the body has, in the council's wording. */
export type StandingItem = Template & { minutesOfId: string | null };

/**
 * What every agenda of the body has, in its order. The item that confirms minutes takes, by link, those of the last meeting that no
 * agenda has taken yet; what cannot be read of the setting is left out.
 */
export async function listStandingItems(
  client: Client,
  scope: ReadScope,
  { bodyId, date }: { bodyId: string; date: PlainDate },
): Promise<StandingItem[]> {
  const { agendaTemplate } = await client.body.findUniqueOrThrow({
    where: { id: bodyId },
    select: { agendaTemplate: true },
  });
  const template = templateFrom(agendaTemplate);
  const last = await client.meeting.findFirst({
    where: {
      AND: [
        { bodyId, date: { lt: date }, status: { in: ["published", "held"] }, minutesTaken: { none: {} } },
        readable(scope),
      ],
    },
    orderBy: { date: "desc" },
    select: { id: true, date: true },
  });
  return template.map((item) => {
    const confirms = item.kind === "minutes" ? last : null;
    return {
      ...item,
      purpose: item.purpose.replace("{day}", confirms ? formatDate(confirms.date) : "the last meeting"),
      minutesOfId: confirms?.id ?? null,
    };
  });
}

function templateFrom(stored: Prisma.JsonValue): Template[] {
  const rows = (Array.isArray(stored) ? stored : []) as Partial<Template>[];
  return rows.flatMap(({ kind = "ordinary", title, purpose = "", nested = false }) =>
    title && Object.hasOwn(ITEM_KINDS, kind) ? [{ kind, title, purpose, nested }] : [],
  );
}
