"use client";

import { useEffect } from "react";

/** As long as one needs to see that something is marked. */
const A_LOOK = 1_500;

/** Says that the page was seen, once it has been in view: what is new the next time is marked against it. */
export function LookedMark({ address, shown }: { address: string; shown: string }) {
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(waiting);
      if (document.visibilityState !== "visible") return;
      waiting = setTimeout(() => {
        // Lost on its way, it was no look: what changed stays marked.
        fetch(address, { method: "POST", body: shown, keepalive: true }).catch(() => undefined);
      }, A_LOOK);
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(waiting);
      document.removeEventListener("visibilitychange", look);
    };
  }, [address, shown]);
  return null;
}
