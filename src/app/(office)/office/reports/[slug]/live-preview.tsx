"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { asScrollable } from "@/ui/roles";
import { previewTextAction } from "./actions";

/** Quiet after the last key. */
const PAUSE = 700;

/** There is room for it beside the field. */
const WIDE = "(min-width: 80rem)";

/**
 * What is typed into the text field of the form beside it, numbered by the server each time somebody pauses. On a narrow screen, and
 * without script, the button shows it. Nothing of it takes the focus, and nothing is announced: whoever does not see it loses nothing.
 */
export function LivePreview({
  slug,
  formId,
  brought,
}: {
  slug: string;
  /** Of what stands around the form. */
  formId: string;
  /** Changes with what the page puts into the field: it was saved, put together, or taken from a file. */
  brought: string;
}) {
  const place = useRef<HTMLDivElement>(null);
  const [shown, show] = useState<ReactNode>(null);
  const [isWide, setWide] = useState(false);

  useEffect(() => {
    const media = window.matchMedia(WIDE);
    const look = () => setWide(media.matches);
    look();
    media.addEventListener("change", look);
    return () => media.removeEventListener("change", look);
  }, []);

  useEffect(() => {
    const around = document.getElementById(formId);
    if (!isWide || !around || !brought) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let asked = 0;
    // Found anew each time: the form is another one after it was saved.
    const field = () => around.querySelector<HTMLTextAreaElement>("textarea[name=markdown]");
    const ask = async () => {
      const text = field()?.value ?? "";
      const mine = ++asked;
      try {
        const numbered = await previewTextAction(slug, text);
        // What was asked for later may have come first.
        if (mine === asked && numbered !== null) show(numbered);
      } catch {
        // No network, or signed out: the form itself says so, and what was shown last stays.
      }
    };
    const type = ({ target }: Event) => {
      if (target !== field()) return;
      clearTimeout(waiting);
      waiting = setTimeout(ask, PAUSE);
    };
    void ask();
    around.addEventListener("input", type);
    return () => {
      asked = -1;
      clearTimeout(waiting);
      around.removeEventListener("input", type);
    };
  }, [isWide, formId, slug, brought]);

  useEffect(() => {
    const panel = place.current;
    const field = document.getElementById(formId)?.querySelector<HTMLTextAreaElement>("textarea[name=markdown]");
    if (!shown || !panel || !field || document.activeElement !== field) return;
    // As far down as the words being typed are, so that they are in view.
    const far = field.value.length === 0 ? 0 : field.selectionStart / field.value.length;
    panel.scrollTop = far * panel.scrollHeight - panel.clientHeight / 2;
  }, [shown, formId]);

  if (!isWide) return null;
  return (
    <section
      ref={place}
      aria-label="As it will be numbered"
      {...asScrollable}
      className="sticky top-0 mt-7 max-h-screen min-w-0 self-start overflow-y-auto border-line border-l pl-5"
    >
      {shown}
    </section>
  );
}
