import { digest, limiter, waitAfter } from "@/server/throttle/limiter";

/** A whole library or village hall may share one address; nobody there sends more of one form in an hour. */
export const SENDINGS = { points: 10, duration: 60 * 60 } as const;

const BY_ADDRESS = {
  suggestion: limiter("suggestion address", SENDINGS),
  question: limiter("question address", SENDINGS),
};

/** A form that the public sends without signing in. */
export type PublicForm = keyof typeof BY_ADDRESS;

/** Counts one sending of this form from this address. @returns how many milliseconds to wait, 0 to go on */
export const countSending = (form: PublicForm, address: string): Promise<number> =>
  waitAfter(BY_ADDRESS[form], digest(address));
