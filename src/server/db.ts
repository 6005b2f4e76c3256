import "server-only";

import { PrismaPg } from "@prisma/adapter-pg";
import type { ReadScope } from "@/domain/access/read-scope";
import { Prisma, PrismaClient } from "@/generated/prisma/client";

const POOL = {
  max: Number(process.env.SCRUTINEER_POOL ?? 10),
  connectionTimeoutMillis: 10_000,
  idleTimeoutMillis: 30_000,
};
// PostgreSQL would compile each of a page's wide joins before it runs it, and that takes ten times as long as running it.
const SESSION = "-c timezone=UTC -c jit=off -c statement_timeout=15000 -c idle_in_transaction_session_timeout=30000";

function connect(connectionString: string | undefined, options = SESSION) {
  return new PrismaClient({ adapter: new PrismaPg({ ...POOL, connectionString, options }) });
}

type Clients = { office: PrismaClient; public: PrismaClient };

function makeClients(): Clients {
  const { DATABASE_URL: office, DATABASE_PUBLIC_URL: open } = process.env;
  const publicClient = open ? connect(open) : connect(office, `${SESSION} -c role=scrutineer_public`);
  // A process that is told the public login alone has no other.
  return { office: open && !office ? publicClient : connect(office), public: publicClient };
}

/** One pair of pools a process, also when a bundler loads this module twice. */
const kept = globalThis as typeof globalThis & { scrutineerClients?: Clients };
kept.scrutineerClients ??= makeClients();
const clients = kept.scrutineerClients;

/** The office's client: sees every row, so every query through it takes a ReadScope. */
export const db = clients.office;

/** The public site's client. Its database login sees public rows only, so a mistake above it shows nothing. */
export const publicDb = clients.public;

/** The client to read with: the public login for whoever is nobody here. */
export const reader = (scope: ReadScope): PrismaClient => (scope.personId === null && !scope.allDrafts ? publicDb : db);

declare const open: unique symbol;

/** An open transaction. Branded, because a bare PrismaClient would otherwise pass for one. */
export type Tx = Prisma.TransactionClient & { readonly [open]: true };

/** What a query is asked through: a client, or a transaction whose own writes it shall see. */
export type Client = PrismaClient | Tx;

/**
 * Everything inside commits together or not at all. To abandon the work, throw: a returned error would commit.
 * Work that lost against another transaction (serialisation, deadlock) is tried again, so it must do nothing outside `tx`.
 */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction((tx) => work(tx as Tx), { maxWait: 10_000, timeout: 20_000 });
    } catch (error) {
      if (attempt === 4 || !lostToAnother(error)) throw error;
    }
  }
}

/** 40001 and 40P01, which Prisma reports as P2034. */
const lostToAnother = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2034";
