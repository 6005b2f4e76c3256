import type { Page, SentForm, Slowly, Visitor } from "../visitor";
import type { World } from "./world";

/** What somebody asked for with one form, by a word that nothing else bears. */
type Claim<Of> = {
  token: string;
  of: Of;
  form: SentForm;
  isDone: (page: Page) => boolean;
  answer: "done" | "none";
  /** Whether it is sent once more where no answer came: the others show that nothing comes of what is wholly absent. */
  isInsisted: boolean;
  /** As it was found after the last restart. */
  standing: "there" | "absent" | "half" | null;
};

export type Asked<Of> = Pick<Claim<Of>, "token" | "of" | "isDone"> & { slowly?: Slowly | undefined };

/** Whole, or in words what is half of it. What is wholly absent is not in the list. */
export type Found = ReadonlyMap<string, true | string>;

export const newToken = (): string => `Token ${crypto.randomUUID()}`;

/** All that was asked for of one kind, and whether it was answered; compared with what is there after each restart. */
export class Claims<Of> {
  readonly all: Claim<Of>[] = [];

  constructor(
    /** In the singular: "an upload". */
    readonly what: string,
  ) {}

  /** Sends a form. What comes back is null where something was killed before the answer. */
  async send(world: World, visitor: Visitor, form: SentForm, asked: Asked<Of>): Promise<Page | null> {
    const { slowly, ...claimed } = asked;
    const isInsisted = world.chance.happens(0.5);
    const claim: Claim<Of> = { ...claimed, form, answer: "none", isInsisted, standing: null };
    this.all.push(claim);
    return this.#ask(world, visitor, claim, slowly);
  }

  /** Sends half of what was not answered once more, with the key it had: it is done once however often it is sent. */
  async sendAgain(world: World, visitor: Visitor): Promise<void> {
    for (const claim of this.all.filter(({ answer, isInsisted }) => answer === "none" && isInsisted)) {
      claim.standing = null;
      world.ledger.count(`${this.what}, sent again`);
      await this.#ask(world, visitor, claim);
    }
  }

  async #ask(world: World, visitor: Visitor, claim: Claim<Of>, slowly?: Slowly): Promise<Page | null> {
    const { ledger } = world;
    const page = await answerTo(world, () => visitor.send(claim.form, slowly));
    if (page && claim.isDone(page)) {
      claim.answer = "done";
      ledger.count(`${this.what}, answered with done`);
    } else if (ledger.isStruck) {
      return null;
    } else if (page) {
      const said = page.html
        .slice(page.html.indexOf("<main"))
        .replace(/<script[\s\S]*?<\/script>|<[^>]+>/g, " ")
        .replace(/\s+/g, " ");
      ledger.violated(`${this.what} was answered with ${page.status} ${page.location ?? said.slice(0, 400)}.`);
    }
    return page;
  }

  /** What was answered is there, whole and once; what was not is there whole, or wholly absent, and stays as it is. */
  check({ ledger }: World, found: Found): void {
    for (const claim of this.all) {
      const is = found.get(claim.token);
      if (typeof is === "string") {
        if (claim.standing !== "half") ledger.violated(`${this.what} is there by half: ${is}`);
        claim.standing = "half";
        continue;
      }
      const standing = is ? "there" : "absent";
      if (claim.answer === "done" && standing === "absent")
        ledger.violated(`${this.what} was answered and is not there.`);
      if (claim.standing && claim.standing !== standing)
        ledger.violated(`${this.what} was ${claim.standing} after one restart and is ${standing} after another.`);
      if (!claim.standing && claim.answer === "none")
        ledger.count(`${this.what}, cut off: ${standing === "there" ? "there whole" : "wholly absent"}`);
      claim.standing = standing;
    }
  }
}

/** What an answer is, or null where something was killed before it came. */
export async function answerTo<Answer>({ ledger }: World, ask: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await ask();
  } catch (error) {
    if (!ledger.isStruck) throw error;
    return null;
  }
}

/** By their tokens, what a query found of each: `isWhole`, or all of its columns in words. */
export const foundIn = <Row extends { token: string }>(rows: readonly Row[], isWhole: (row: Row) => boolean): Found =>
  new Map(rows.map((row) => [row.token, isWhole(row) || JSON.stringify(row)]));
