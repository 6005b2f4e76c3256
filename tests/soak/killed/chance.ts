/** Chance that can be had again: the same seed gives the same numbers. */
export class Chance {
  #state: number;

  constructor(readonly seed: string) {
    this.#state = hashOf(seed);
  }

  /** A chance of somebody's own, which nobody else's turns change. */
  of(name: string): Chance {
    return new Chance(`${this.seed} ${name}`);
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.#next() * (most - least + 1));
  }

  happens(probability: number): boolean {
    return this.#next() < probability;
  }

  /** @throws Error where there is nothing to choose from */
  one<Element>(elements: readonly Element[]): Element {
    const [chosen] = elements.slice(this.between(0, elements.length - 1));
    if (chosen === undefined) throw new Error("There is nothing to choose from.");
    return chosen;
  }

  /** Between 0 and 1, as mulberry32 makes them. */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}
