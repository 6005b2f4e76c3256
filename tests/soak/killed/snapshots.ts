import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/generated/prisma/client";
import type { Tx } from "@/server/db";
import { hashOf, takeSnapshot } from "@/server/meetings/publication-snapshot";
import { Visitor } from "../visitor";
import type { Part, World } from "./world";

type Kept = {
  meetingId: string;
  slug: string;
  number: number;
  hash: string;
  snapshot: { agenda: { title: string }[] };
};

/** Those that were compared already: nothing changes them but a publication, which has the next number. */
const compared = new Set<string>();

/** What the public's login reads of a meeting is what was kept when it was published last, or nothing of its agenda. */
export const snapshots: Part = {
  check: async (world, isSettled) => {
    const { database, ledger } = world;
    const { rows } = await database.query<Kept>(`
      SELECT DISTINCT ON (p."meetingId") p."meetingId", m.slug, p.number, p.hash, p.snapshot FROM "Publication" p
      JOIN "Meeting" m ON m.id = p."meetingId" WHERE m.purpose LIKE 'Token %' ORDER BY p."meetingId", p.number DESC`);
    const those = rows.filter((kept) => isSettled || !compared.has(keyOf(kept)));
    await asThePublic(world, async (tx) => {
      for (const kept of those) {
        if (hashOf(kept.snapshot) !== kept.hash) ledger.violated("A snapshot has not the hash that is kept with it.");
        const { snapshot } = await takeSnapshot(tx, kept.meetingId);
        // Page numbers are those of the pack, which is made afterwards.
        if (hashOf(withoutPages(snapshot)) !== hashOf(withoutPages(kept.snapshot)))
          ledger.violated(`The public does not read of ${kept.slug} what was published as its number ${kept.number}.`);
        compared.add(keyOf(kept));
        ledger.count("published agendas compared with their snapshots");
      }
    });
    for (const kept of those.slice(-3)) await readThePage(world, kept);

    const { rows: half } = await world.anybody.query<{ slug: string }>(`
      SELECT m.slug FROM "Meeting" m WHERE m.purpose LIKE 'Token %' AND m."publishedAt" IS NULL AND (
        EXISTS (SELECT FROM "AgendaItem" i WHERE i."meetingId" = m.id)
        OR EXISTS (SELECT FROM "Publication" p WHERE p."meetingId" = m.id)
        OR EXISTS (SELECT FROM "Pack" k WHERE k."meetingId" = m.id))`);
    for (const { slug } of half) ledger.violated(`The public reads of ${slug} what is not published.`);
  },
};

const keyOf = ({ meetingId, number }: Kept) => `${meetingId} ${number}`;

const PAGES = new Set(["pageFrom", "pageTo"]);

function withoutPages(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPages);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (PAGES.has(key) ? [] : [[key, withoutPages(each)]])),
  );
}

async function asThePublic({ anybody }: World, look: (tx: Tx) => Promise<void>): Promise<void> {
  const { user = "", password = "", host, port, database = "" } = anybody;
  const connectionString = `postgresql://${user}:${encodeURIComponent(password ?? "")}@${host}:${port}/${database}`;
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString, max: 1, options: "-c timezone=UTC" }) });
  try {
    await look(client as unknown as Tx);
  } finally {
    await client.$disconnect();
  }
}

/** The page shows every item of the agenda. */
async function readThePage({ address, ledger, cut }: World, { slug, snapshot }: Kept): Promise<void> {
  const page = await new Visitor(address, ledger, cut).open(`/committees/people-and-communities/meetings/${slug}`);
  const missing = snapshot.agenda.filter(({ title }) => !page.html.includes(escaped(title)));
  if (page.status !== 200 || missing.length > 0)
    ledger.violated(`The page of a published meeting answered ${page.status} without ${missing.length} of its items.`);
}

const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("'", "&#x27;")
    .replaceAll('"', "&quot;");
