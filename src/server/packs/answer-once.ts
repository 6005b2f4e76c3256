import { setPriority } from "node:os";

/** What a process that was started by apart.ts answers, and the most memory that it took, in bytes. */
export type Answer<Answered> = { answered: Answered; mostMemory: number } | { failed: string };

/**
 * Does the one thing that this process is there for, once it is asked, and ends; it ends too with the process that started it.
 * Whatever else runs on the machine goes first.
 */
export function answerOnce<Asked, Answered>(work: (asked: Asked) => Promise<Answered>): void {
  setPriority(10);
  process.once("disconnect", () => process.exit(1));
  process.once("message", async (asked: Asked) => {
    let answer: Answer<Answered>;
    try {
      const answered = await work(asked);
      answer = { answered, mostMemory: process.resourceUsage().maxRSS * 1024 };
    } catch (error) {
      answer = { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
    process.send?.(answer, () => process.exit(0));
  });
}
