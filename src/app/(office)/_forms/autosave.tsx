"use client";

import { useEffect, useRef, useState } from "react";
import { Saved } from "@/ui/saved";
import { forgetHere, keepHere, putBack } from "./kept-here";

/** Quiet after the last key, and the longest that somebody who does not pause waits. */
const PAUSE = 2_000;
const LONGEST = 10_000;

/** Told by a form whose typing was kept, with what came back. */
export const KEPT = "typing-kept";

type Kept = { kept: string | null; signedIn: boolean };
type Said = "kept" | "signed-out" | "unreachable" | "here" | "put-back";

/**
 * Keeps what is typed into the form around it every few seconds, on the server and for its writer alone. Without script it shows
 * when the form was last saved, and the button saves as ever.
 * @param here names the form and its writer, where what could not be sent is kept in the browser too, until it could
 */
export function Autosave({
  address,
  saved,
  here,
  button = "Save draft",
}: {
  address: string;
  saved: string | null;
  here?: string;
  /** What saves it by hand. */
  button?: string;
}) {
  const place = useRef<HTMLSpanElement>(null);
  const [said, say] = useState<Said | null>(null);
  const [at, setAt] = useState<string | null>(null);

  useEffect(() => {
    const form = place.current?.closest("form");
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
        const told = (await answer.json()) as Kept;
        const { kept, signedIn } = told;
        // What else the page shows of what is typed hears of it here.
        form.dispatchEvent(new CustomEvent(KEPT, { bubbles: true, detail: told }));
        if (kept) setAt(kept);
        if (kept && here) forgetHere(here);
        say(signedIn ? (kept ? "kept" : "unreachable") : "signed-out");
      } catch {
        if (!signal.aborted) {
          say(here && keepHere(here, form) ? "here" : "unreachable");
          later();
        }
      }
    };
    const later = () => {
      since ??= Date.now();
      clearTimeout(waiting);
      waiting = setTimeout(send, Math.max(0, Math.min(PAUSE, since + LONGEST - Date.now())));
    };
    const type = () => {
      if (here && !navigator.onLine && keepHere(here, form)) say("here");
      later();
    };
    const leave = () => {
      if (since === null) return;
      if (here) keepHere(here, form);
      void send();
    };
    // The form itself is on its way: what came after it would only be in its way.
    const submit = (event: SubmitEvent) => {
      clearTimeout(waiting);
      since = null;
      sending.abort();
      if (!here) return;
      if (navigator.onLine) {
        // What comes back takes the place of what was typed, which the server keeps.
        if (event.submitter?.hasAttribute("data-rewrites")) forgetHere(here);
        else keepHere(here, form, true);
        return;
      }
      // There is no network to send it over, and a page that says so would take the form away.
      event.preventDefault();
      event.stopPropagation();
      if (keepHere(here, form)) say("here");
      later();
    };
    const back = () => {
      if (since !== null) void send();
    };
    if (here && putBack(here, form)) {
      say("put-back");
      later();
    } else if (hasTyping(form)) later();
    form.addEventListener("input", type);
    form.addEventListener("submit", submit);
    window.addEventListener("pagehide", leave);
    window.addEventListener("online", back);
    return () => {
      leave();
      form.removeEventListener("input", type);
      form.removeEventListener("submit", submit);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("online", back);
      clearTimeout(waiting);
    };
  }, [address, here]);

  return (
    <span ref={place}>
      {said === "signed-out" ? (
        <span role="status">
          You are signed out. {at ? `What you typed is kept, ${at}. ` : "What you typed since is only here. "}
          <a href={signInAddress()}>Sign in and go on</a>
        </span>
      ) : said === "here" ? (
        <span role="status">No network. What you type is kept in this browser and sent when the network is back.</span>
      ) : said === "put-back" ? (
        <span role="status">What you typed while the network was away is back in the form.</span>
      ) : said === "unreachable" ? (
        <span role="status">Not kept just now. It is tried again as you type, and “{button}” saves it.</span>
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

/** Whether something was typed before the program of the page was there to hear it. */
const hasTyping = (form: HTMLFormElement): boolean =>
  [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("textarea, input[type=text]")].some(
    ({ value, defaultValue }) => value !== defaultValue,
  );

/** Read when it is shown, which is long after the page was made. */
const signInAddress = () =>
  `/sign-in?from=${encodeURIComponent(`${window.location.pathname}${window.location.search}`)}`;
