import { digest, limiter, waitAfter } from "@/server/throttle/limiter";

/** A whole library or village hall may share one address; nobody there suggests more in an hour. */
export const SUGGESTIONS = { points: 10, duration: 60 * 60 } as const;

const byAddress = limiter("suggestion address", SUGGESTIONS);

/** Counts one suggestion from this address. @returns how many milliseconds to wait, 0 to go on */
export const countSuggestion = (address: string): Promise<number> => waitAfter(byAddress, digest(address));
