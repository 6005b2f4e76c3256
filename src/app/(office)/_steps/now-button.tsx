"use client";

import { useEffect, useState } from "react";
import { PlainButton } from "@/ui/button";
import { VisuallyHidden } from "@/ui/visually-hidden";

const CLOCK = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" });

/** Writes the time it is into a field. Without script it is not there, and the time is typed. */
export function NowButton({ field, label }: { field: string; label: string }) {
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  if (!isAlive) return null;
  return (
    <PlainButton
      type="button"
      className="min-h-11 px-2"
      onClick={() => {
        const input = document.getElementById(field);
        if (!(input instanceof HTMLInputElement)) return;
        input.value = CLOCK.format(new Date());
        input.dispatchEvent(new Event("input", { bubbles: true }));
      }}
    >
      Now<VisuallyHidden>: {label}</VisuallyHidden>
    </PlainButton>
  );
}
