import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Outcome = { code: number; output: string };

/** The demonstration council in this file's database, with its papers and its sign-ins in a folder of its own. */
export function demonstration() {
  const folder = mkdtempSync(join(tmpdir(), "demonstration-"));
  const signInsFile = join(folder, "demo-sign-ins.json");
  /** Runs the seed as a start does. */
  const seed = () =>
    new Promise<Outcome>((resolve) => {
      const env = { ...process.env, SCRUTINEER_DATA: join(folder, "papers"), SCRUTINEER_DEMO_SIGN_INS: signInsFile };
      const program = ["--conditions=react-server", "--import", "tsx", join("prisma", "seed.ts")];
      execFile(process.execPath, program, { env }, (error, stdout, stderr) =>
        resolve({ code: error ? 1 : 0, output: stdout + stderr }),
      );
    });
  return {
    signInsFile,
    seed,
    /** @throws with what the seed said, where it failed */
    async load() {
      const { code, output } = await seed();
      if (code !== 0) throw new Error(output);
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}
