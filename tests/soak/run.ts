import { buildWhenOld } from "../../scripts/build.mjs";
import { generateClient } from "../../scripts/generate.mjs";
import { Stopped } from "../../scripts/refusal.mjs";
import { stopRequest } from "../../scripts/stop-request.mjs";
import { soakKilled } from "./killed/run";
import { soakTogether } from "./together";

/**
 * Everything at once for a while, and then everything killed while people work. Exit code 1 where a promise was not kept.
 *
 *   npm run soak                                  five minutes of the one, fifty kills of the other
 *   npm run soak -- --seconds=1800 --kills=0      half an hour of the one alone
 *   npm run soak -- --seconds=0 --seed=3f9a       fifty kills alone, at the same moments as the run that said this seed
 */
const asked = (name: string): string | undefined =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.split("=")[1];
const wanted = (name: string, usual: number, most: number): number =>
  Math.min(most, Math.max(0, Number(asked(name) ?? usual) || 0));

const seconds = wanted("seconds", 300, 3600);
const kills = wanted("kills", 50, 1000);
const seed = asked("seed") ?? Math.random().toString(16).slice(2, 10);
const signal = stopRequest();

try {
  await generateClient({ signal });
  await buildWhenOld({ signal, announce: () => console.log("Building the site …") });
  const broken = [
    seconds > 0 ? await soakTogether({ seconds, signal }) : 0,
    kills > 0 ? await soakKilled({ kills, seed, signal }) : 0,
  ];
  if (broken.some((count) => count > 0)) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof Stopped)) console.error(error);
  process.exitCode = 1;
}
