import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { getClock } from "@/server/clock/queries";

const signIns = z.array(z.object({ name: z.string(), post: z.string(), email: z.string(), password: z.string() }));

/** A sign-in that everybody may know: who it is, as what, and what to type. */
export type DemonstrationSignIn = z.infer<typeof signIns>[number];

/**
 * The demonstration's sign-ins, as loading it wrote them down.
 * @returns none in a real council's site, whatever lies in the folder, and none where nothing was written
 */
export async function demonstrationSignIns(env: NodeJS.ProcessEnv = process.env): Promise<DemonstrationSignIn[]> {
  if (!(await getClock()).demonstration) return [];
  const file = env.SCRUTINEER_DEMO_SIGN_INS ?? join(env.SCRUTINEER_STATE ?? ".data", "demo-sign-ins.json");
  try {
    return signIns.parse(JSON.parse(await readFile(/* turbopackIgnore: true */ file, "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
