"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

/**
 * Dragging and arrow keys, on top of the buttons by which each item is moved: they press them, or say in their form where the item
 * was dropped. Everything is done by the form, and without script the buttons do all of it.
 */
export function AgendaMoves({
  moved,
  said,
  children,
}: {
  /** The item that has just been moved, in which version of the agenda: it gets the focus back. */
  moved?: { id: string; version: number } | undefined;
  /** Where it stands now, for whoever does not see it. */
  said: string;
  children: ReactNode;
}) {
  const around = useRef<HTMLDivElement>(null);
  const [word, say] = useState<{ of: string; text: string }>();

  const { id, version } = moved ?? {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same item may be moved twice
  useEffect(() => {
    if (!id) return;
    const item = around.current?.querySelector<HTMLElement>(`#at-${id}`);
    (item?.querySelector<HTMLElement>(":scope > .row button") ?? item?.querySelector("a"))?.focus();
  }, [id, version]);

  useEffect(() => {
    const list = around.current;
    if (!list) return;
    const stop = new AbortController();
    const listen = <Kind extends keyof HTMLElementEventMap>(
      kind: Kind,
      heard: (event: HTMLElementEventMap[Kind]) => void,
    ) => list.addEventListener(kind, heard, { signal: stop.signal });
    let dragged: HTMLElement | null = null;

    const mark = (over: Over | null) => {
      for (const other of list.querySelectorAll<HTMLElement>("li.item")) {
        if (other === over?.item) other.dataset.over = over.where;
        else delete other.dataset.over;
      }
    };
    // An item can be dragged from the moment it is pointed at, but not by its links and its buttons.
    listen("pointerover", (event) => {
      const pointed = event.target as Element;
      const item = itemOf(pointed);
      if (item) item.draggable = formOf(item) !== null && pointed.closest("a, button, form") === null;
    });
    listen("dragstart", (event) => {
      dragged = itemOf(event.target as Element);
      event.dataTransfer?.setData("text/plain", dragged ? titleOf(dragged) : "");
    });
    listen("dragover", (event) => {
      const over = dragged && overAt(event, dragged);
      mark(over);
      if (over) event.preventDefault();
    });
    listen("dragend", () => mark(null));
    listen("drop", (event) => {
      const over = dragged && overAt(event, dragged);
      mark(null);
      if (!dragged || !over) return;
      event.preventDefault();
      drop(dragged, over);
    });

    listen("keydown", (event) => {
      const direction = KEYS[event.key];
      const pressed = (event.target as Element).closest<HTMLButtonElement>("button[name=direction]");
      if (!direction || !pressed) return;
      event.preventDefault();
      const button = pressed.form?.querySelector<HTMLButtonElement>(`button[value=${direction}]`);
      if (button) button.click();
      else say({ of: said, text: `It cannot go further ${direction}.` });
    });
    return () => stop.abort();
  }, [said]);

  return (
    <div ref={around} className="contents">
      {children}
      <p role="status" className="sr-only">
        {word?.of === said ? word.text : said}
      </p>
    </div>
  );
}

const KEYS: Readonly<Record<string, string>> = { ArrowUp: "up", ArrowDown: "down", ArrowRight: "in", ArrowLeft: "out" };

type Over = { item: HTMLElement; where: "before" | "under" | "after" };

const itemOf = (within: Element) => within.closest<HTMLElement>("li.item");
const formOf = (item: HTMLElement) => item.querySelector<HTMLFormElement>(":scope > .row form");
const titleOf = (item: HTMLElement) => item.querySelector(".title")?.textContent?.trim() ?? "";
const keyOf = (item: Element | null | undefined) => item?.id.replace(/^at-/, "") ?? "";

/** Over which item, and whether above, on or below it; nowhere over itself and what stands under it. */
function overAt(event: DragEvent, dragged: HTMLElement): Over | null {
  const item = itemOf(event.target as Element);
  const row = item?.querySelector(":scope > .row")?.getBoundingClientRect();
  if (!item || !row || dragged.contains(item)) return null;
  const part = (event.clientY - row.top) / row.height;
  return { item, where: part < 0.3 ? "before" : part > 0.7 ? "after" : "under" };
}

/** Says in its form where the item was dropped, and sends it. */
function drop(dragged: HTMLElement, { item, where }: Over) {
  const form = formOf(dragged);
  if (!form) return;
  const beside = itemOf(item.parentElement ?? item);
  const after = item.nextElementSibling === dragged ? dragged.nextElementSibling : item.nextElementSibling;
  const fields = {
    dropped: "yes",
    under: where === "under" ? keyOf(item) : keyOf(beside),
    before: where === "before" ? keyOf(item) : where === "after" ? keyOf(after) : "",
  };
  for (const [name, value] of Object.entries(fields)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  }
  form.requestSubmit();
}
