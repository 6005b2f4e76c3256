// @ts-check

/** A failure we expect, told in one sentence that says what to do. Commands print the sentence alone and exit with 1. */
export class Refusal extends Error {
  /** @override */
  name = "Refusal";
}

/** Thrown where work was given up because Scrutineer was asked to stop: nothing went wrong. */
export class Stopped extends Error {
  /** @override */
  name = "Stopped";
}
