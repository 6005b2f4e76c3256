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

    const send = async () => {
      clearTimeout(waiting);
      since = null;
      sending = new AbortController();
      const { signal } = sending;
      try {
        const body = new FormData(form);
        const answer = await fetch(address, { method: "POST", body, keepalive: isShort(body), signal });
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
      if (since !== null) void send();
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

/** A browser goes on sending 64 kB after its page has gone, and refuses to send more so. */
const isShort = (form: FormData) =>
  [...form.values()].reduce((size, value) => size + String(value).length * 3, 0) < 60_000;

/** Read when it is shown, which is long after the page was made. */
const signInAddress = () =>
  `/sign-in?from=${encodeURIComponent(`${window.location.pathname}${window.location.search}`)}`;
