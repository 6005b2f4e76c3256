// @ts-check
import { Stopped } from "./refusal.mjs";

/**
 * @returns {AbortSignal} aborted when this process is asked to stop, however often it is asked
 */
export function stopRequest() {
  const controller = new AbortController();
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => controller.abort(new Stopped("Stopped")));
  }
  return controller.signal;
}
