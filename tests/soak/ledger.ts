/** A save that was answered with "done". */
export type Save = { itemId: string; token: string };

/** What the storm did, and what must not have happened. */
export class Ledger {
  readonly saves: Save[] = [];
  readonly takenDown: { paperId: string; fileIds: string[] }[] = [];
  readonly counts = new Map<string, number>();
  readonly broken: string[] = [];
  readonly memory: { second: number; megabytes: number }[] = [];
  /** Milliseconds until an answer came. */
  readonly waits: number[] = [];
  requests = 0;
  /** Something is being killed: that an answer does not come, or says that something is broken, is no fault until all is back. */
  isStruck = false;

  count(what: string, by = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + by);
  }

  /** Something that must never happen. Only the first hundred are told in words. */
  violated(sentence: string): void {
    this.count("broken promises");
    if (this.broken.length < 100) this.broken.push(sentence);
  }
}
