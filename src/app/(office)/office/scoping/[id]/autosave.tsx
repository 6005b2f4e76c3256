"use client";

import { useEffect, useRef, useState } from "react";
import { Saved } from "@/ui/saved";

/** Quiet after the last key, and the longest that somebody who does not pause waits. */
const PAUSE = 2_000;
const LONGEST = 10_000;

type Kept = { kept: string | null; signedIn: boolean };

/**
 * Keeps what is typed into the form around it every few seconds, on the server and for its writer alone. Without script it shows
 * when the form was last saved, and the button saves as ever.
 */
export function Autosave({ address, saved }: { address: string; saved: string | null }) {
  const here = useRef<HTMLSpanElement>(null);
  const [said, say] = useState<"kept" | "signed-out" | "unreachable" | null>(null);
  const [at, setAt] = useState<string | null>(null);

  useEffect(() => {
    const form = here.current?.closest("form");
    if (!form) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let since: number | null = null;
    let sending = new AbortController();

    const send = async (leaving = false) => {
      clearTimeout(waiting);
      since = null;
      sending = new AbortController();
      const { signal } = sending;
      try {
        const answer = await fetch(address, {
          method: "POST",
          body: new FormData(form),
          keepalive: leaving,
          signal,
        });
        const { kept, signedIn } = (await answer.json()) as Kept;
        if (kept) setAt(kept);
        say(signedIn ? (kept ? "kept" : "unreachable") : "signed-out");
      } catch {
        if (!signal.aborted) {
          say("unreachable");
          later();
        }
      }
    };
    const later = () => {
      since ??= Date.now();
      clearTimeout(waiting);
      waiting = setTimeout(send, Math.max(0, Math.min(PAUSE, since + LONGEST - Date.now())));
    };
    const leave = () => {
      if (since !== null) void send(true);
    };
    // The form itself is on its way: what came after it would only be in its way.
    const submit = () => {
      clearTimeout(waiting);
      since = null;
      sending.abort();
    };
    form.addEventListener("input", later);
    form.addEventListener("submit", submit);
    window.addEventListener("pagehide", leave);
    return () => {
      leave();
      form.removeEventListener("input", later);
      form.removeEventListener("submit", submit);
      window.removeEventListener("pagehide", leave);
      clearTimeout(waiting);
    };
  }, [address]);

  return (
    <span ref={here}>
      {said === "signed-out" ? (
        <span role="status">
          You are signed out. {at ? `What you typed is kept, ${at}. ` : "What you typed since is only here. "}
          <a href={signInAddress()}>Sign in and go on</a>
        </span>
      ) : said === "unreachable" ? (
        <span role="status">Not kept just now. It is tried again as you type, and “Save draft” saves it.</span>
      ) : at ? (
        <Saved>Typing kept at {at}</Saved>
      ) : saved ? (
        <Saved>{saved}</Saved>
      ) : null}
    </span>
  );
}

/** Read when it is shown, which is long after the page was made. */
const signInAddress = () =>
  `/sign-in?from=${encodeURIComponent(`${window.location.pathname}${window.location.search}`)}`;
