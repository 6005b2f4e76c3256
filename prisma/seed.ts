import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/generated/prisma/client";
import type { SignIn } from "./demonstration/accounts";
import { loadDemonstration } from "./demonstration/load";

/** Where the start output and the sign-in page of a demonstration find its sign-ins. */
const SIGN_INS =
  process.env.SCRUTINEER_DEMO_SIGN_INS ?? join(process.env.SCRUTINEER_STATE ?? ".data", "demo-sign-ins.json");

/** Said in one sentence, without the stack. */
class Refused extends Error {}

const connectionString = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL;
const client = new PrismaClient({ adapter: new PrismaPg({ connectionString }) });

try {
  const signIns = await seed();
  mkdirSync(dirname(SIGN_INS), { recursive: true });
  writeFileSync(SIGN_INS, `${JSON.stringify(signIns, null, 2)}\n`, { mode: 0o600 });
  console.log(`The demonstration council is loaded; its ${signIns.length} sign-ins are in ${SIGN_INS}.`);
} catch (error) {
  console.error(error instanceof Refused ? error.message : error);
  process.exitCode = 1;
} finally {
  await client.$disconnect();
}

/** All of it or nothing. */
async function seed(): Promise<SignIn[]> {
  if (!connectionString) throw new Refused("Nothing was loaded: set DATABASE_URL to the database it goes into.");
  return await client.$transaction(
    async (tx) => {
      const rows = (await tx.council.count()) + (await tx.body.count()) + (await tx.person.count());
      if (rows > 0) throw new Refused("Nothing was loaded: the demonstration goes into an empty database only.");
      return await loadDemonstration(tx);
    },
    { maxWait: 10_000, timeout: 120_000 },
  );
}
