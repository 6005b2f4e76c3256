import pg from "pg";
import { runningEmbedded } from "../../../scripts/embedded-database.mjs";
import type { Ledger } from "../ledger";
import { type SignIn, Visitor } from "../visitor";
import type { Chance } from "./chance";

/** What is acted on and looked at between one start and the blow that ends it. */
export type World = {
  address: string;
  /** As the owner: to look at what was done, never to do it. */
  database: pg.Client;
  /** As the public's login. */
  anybody: pg.Client;
  /** As the office's login, for what only a job's own queue takes. */
  office: pg.Client;
  /** Where papers are kept. */
  papers: string;
  /** Where programs put what they need for a moment. */
  temporary: string;
  ledger: Ledger;
  chance: Chance;
  people: People;
  /** From then on nobody begins anything. */
  over: AbortSignal;
  /** From then on nobody waits for an answer. */
  cut: AbortSignal;
};

/** One kind of thing that people do while everything may be killed, and what must be so of it after every restart. */
export type Part = {
  /** Once, before anything is killed. */
  prepare?: (world: World) => Promise<void>;
  /** Again what was not answered before the blow, with the key that it had: as a browser does when it is told to. */
  sendAgain?: (world: World) => Promise<void>;
  /** Opens what is to be sent first, so that something is being done from the first moment. */
  getReady?: (world: World) => Promise<void>;
  act?: (world: World) => Promise<void>;
  /** @param isSettled nothing is on its way any more: what was to happen has */
  check: (world: World, isSettled: boolean) => Promise<void>;
};

/** Who takes part: each signs in once, and is signed in still after every restart. */
export class People {
  readonly #cookies = new Map<string, Map<string, string>>();

  constructor(readonly signIns: readonly SignIn[]) {}

  /** @param who a browser of that name; @param post whose sign-in it uses */
  async get({ address, ledger, cut }: World, who: string, post: string): Promise<Visitor> {
    const cookies = this.#cookies.get(who);
    if (cookies) return new Visitor(address, ledger, cut, cookies);
    const signIn = this.signIns.find((candidate) => candidate.post === post);
    if (!signIn) throw new Error(`The demonstration has no sign-in for “${post}”.`);
    const kept = new Map<string, string>();
    const visitor = new Visitor(address, ledger, cut, kept);
    await visitor.signIn(signIn);
    this.#cookies.set(who, kept);
    return visitor;
  }

  /** Nobody has to sign in again because something was killed. */
  async check({ address, ledger, cut }: World): Promise<void> {
    for (const [who, cookies] of this.#cookies) {
      const { status } = await new Visitor(address, ledger, cut, cookies).open("/office");
      if (status !== 200) ledger.violated(`${who} had to sign in again: ${status}.`);
    }
  }
}

/** @throws Error where no database runs on the folder */
export async function openDatabases(state: string): Promise<Pick<World, "database" | "anybody" | "office">> {
  const addresses = runningEmbedded(state);
  if (!addresses) throw new Error(`No database runs on ${state}.`);
  const open = async (connectionString: string) => {
    const client = new pg.Client({ connectionString });
    // It is about to be killed.
    client.on("error", () => {});
    await client.connect();
    return client;
  };
  const [database, anybody, office] = await Promise.all([
    open(addresses.owner),
    open(addresses.public),
    open(addresses.office),
  ]);
  return { database, anybody, office };
}

export const closeDatabases = ({ database, anybody, office }: Pick<World, "database" | "anybody" | "office">) =>
  Promise.all([database, anybody, office].map((client) => client.end().catch(() => {})));
