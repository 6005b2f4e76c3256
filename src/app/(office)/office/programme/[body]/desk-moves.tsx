"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

/**
 * Dragging and arrow keys, on top of the Move form of each card: they choose in it and send it. Where it asks for a reason it
 * is opened there instead. Everything else, and everything without script, is the form.
 */
export function DeskMoves({
  moved,
  children,
}: {
  /** The item that has just been moved, in which version: it gets the focus back. */
  moved?: { id: string; version: number } | undefined;
  children: ReactNode;
}) {
  const around = useRef<HTMLDivElement>(null);
  const [said, say] = useState("");

  const { id, version } = moved ?? {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same item may be moved twice
  useEffect(() => {
    if (id) around.current?.querySelector<HTMLElement>(`[data-item="${id}"] summary`)?.focus();
    say("");
  }, [id, version]);

  useEffect(() => {
    const desk = around.current;
    if (!desk) return;
    const stop = new AbortController();
    const listen = <Kind extends keyof HTMLElementEventMap>(
      kind: Kind,
      heard: (event: HTMLElementEventMap[Kind]) => void,
    ) => desk.addEventListener(kind, heard, { signal: stop.signal });
    let dragged: HTMLElement | null = null;

    const over = (event: Event) => (event.target as Element).closest<HTMLElement>("[data-slot]");
    const mark = (column: HTMLElement | null) => {
      for (const other of columnsIn(desk)) other.toggleAttribute("data-over", other === column);
    };
    // A card can be dragged from the moment it is pointed at: marked at first, it would differ from what the server sent.
    // In its form text is selected, not dragged.
    listen("pointerover", (event) => {
      const pointed = event.target as Element;
      const card = pointed.closest<HTMLElement>("[data-item]");
      if (card) card.draggable = formOf(card) !== null && pointed.closest("form") === null;
    });
    listen("dragstart", (event) => {
      dragged = (event.target as Element).closest<HTMLElement>("[data-item]");
      if (dragged) event.dataTransfer?.setData("text/plain", titleOf(dragged));
    });
    listen("dragover", (event) => {
      const column = over(event);
      if (!dragged || !column || column.contains(dragged)) return mark(null);
      event.preventDefault();
      mark(column);
    });
    listen("dragend", () => mark(null));
    listen("drop", (event) => {
      const column = over(event);
      mark(null);
      if (!dragged || !column || column.contains(dragged)) return;
      event.preventDefault();
      if (choose(dragged, column)) send(dragged);
      else say(`${titleOf(dragged)} cannot go to ${column.ariaLabel}.`);
    });

    listen("keydown", (event) => {
      const summary = (event.target as Element).closest<HTMLElement>("[data-item] summary");
      const card = summary?.closest<HTMLElement>("[data-item]");
      const form = card && formOf(card);
      if (!card || !form) return;
      if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
        event.preventDefault();
        const column = neighbour(desk, card, event.key === "ArrowRight" ? 1 : -1);
        if (column === undefined) return;
        if (column.contains(card)) leave(card);
        say(
          column.contains(card)
            ? `${titleOf(card)} stays at ${column.ariaLabel}.`
            : `${titleOf(card)}: to ${column.ariaLabel}. Enter moves it, Escape leaves it.`,
        );
      } else if (event.key === "Enter" && card.dataset.to !== undefined) {
        event.preventDefault();
        send(card);
      } else if (event.key === "Escape") {
        leave(card);
        say(`${titleOf(card)} stays where it is.`);
      }
    });
    return () => stop.abort();
  }, []);

  return (
    <div ref={around} className="contents">
      {children}
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}

const columnsIn = (desk: HTMLElement) => [...desk.querySelectorAll<HTMLElement>("[data-slot]")];
const formOf = (card: HTMLElement) => card.querySelector<HTMLFormElement>("form[data-move]");
const titleOf = (card: HTMLElement) => card.querySelector(".title")?.textContent?.trim() ?? "";
const placesOf = (card: HTMLElement) => card.querySelector<HTMLSelectElement>("select[name=to]");

/** Chooses the column in the card's form, if it can go there. */
function choose(card: HTMLElement, column: HTMLElement): boolean {
  const places = placesOf(card);
  const slot = column.dataset.slot ?? "";
  if (!places || ![...places.options].some(({ value }) => value === slot)) return false;
  places.value = slot;
  card.dataset.to = slot;
  card.querySelector("details")?.setAttribute("open", "");
  return true;
}

/** The next column from where the card is, or is about to be, that it can go to; its own is one of them. */
function neighbour(desk: HTMLElement, card: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const columns = columnsIn(desk);
  const from = columns.findIndex((column) =>
    card.dataset.to === undefined ? column.contains(card) : column.dataset.slot === card.dataset.to,
  );
  for (let at = from + step; at >= 0 && at < columns.length; at += step) {
    const column = columns[at];
    if (column && (column.contains(card) || choose(card, column))) return column;
  }
  return undefined;
}

/** Sends the form, or waits in it for the reason it will be asked for. */
function send(card: HTMLElement) {
  const form = formOf(card);
  const reason = form?.querySelector<HTMLInputElement>("input[name=reason]");
  if (form && "asks" in form.dataset && reason && reason.value.trim() === "") reason.focus();
  else form?.requestSubmit();
}

function leave(card: HTMLElement) {
  delete card.dataset.to;
  const places = placesOf(card);
  if (places) places.value = "";
  card.querySelector("details")?.removeAttribute("open");
}
