import { setPriority } from "node:os";
import type { MadePack } from "@/domain/packs/made-pack";
import type { PackOrder } from "./contents";
import { makePack } from "./make";

/** What this process answers. */
export type PackAnswer = { made: MadePack; mostMemory: number } | { failed: string };

/**
 * A process of its own, which makes one pack and ends; it ends too with the process that started it. Whatever else runs on the machine
 * goes first. The public pack's is told the public login of the database and no other.
 */
setPriority(10);
process.once("disconnect", () => process.exit(1));
process.once("message", async (order: PackOrder) => {
  let answer: PackAnswer;
  try {
    answer = { made: await makePack(order), mostMemory: process.resourceUsage().maxRSS * 1024 };
  } catch (error) {
    answer = { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  process.send?.(answer, () => process.exit(0));
});
