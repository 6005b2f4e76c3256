/** Forms whose typing could not be sent, by name: what stood in their fields, and when. */
const PREFIX = "typed here: ";

/** What is of the form and not of whoever types. */
const OF_THE_FORM = /^(?:onceKey|back|id|part|version|\$ACTION.*)$/;

/** Older than this it is nobody's typing any more. */
const LONGEST = 7 * 86_400_000;

type Typed = {
  at: number;
  /** It was on its way when it was kept. */
  sent: boolean;
  /** There was no network: somebody else may have written meanwhile. */
  wasAway: boolean;
  /** The version it was typed upon. */
  version: string;
  values: Record<string, string[]>;
};

/**
 * Keeps what stands in the form in this browser.
 * @param sent whether it is on its way
 * @returns whether it could
 */
export function keepHere(name: string, form: HTMLFormElement, sent = false): boolean {
  const values: Record<string, string[]> = {};
  for (const [field, value] of new FormData(form))
    if (typeof value === "string" && !OF_THE_FORM.test(field)) values[field] = [...(values[field] ?? []), value];
  const wasAway = !navigator.onLine;
  const typed: Typed = { at: Date.now(), sent, wasAway, version: versionOf(form)?.value ?? "", values };
  try {
    window.localStorage.setItem(PREFIX + name, JSON.stringify(typed));
    return true;
  } catch {
    return false; // Full, or forbidden by the browser's settings.
  }
}

/** Forgets it: it was sent. */
export function forgetHere(name: string): void {
  try {
    window.localStorage.removeItem(PREFIX + name);
  } catch {
    // Nothing was kept where nothing can be.
  }
}

/**
 * Puts what was kept back into the form, with the version it was typed upon, so that nobody else's work is written over unseen.
 * @returns whether there was anything
 */
export function putBack(name: string, form: HTMLFormElement): boolean {
  const typed = read(name);
  if (!typed) return false;
  const version = versionOf(form);
  // What was sent and led to a new version has arrived.
  const hasArrived = typed.sent && version?.value !== typed.version;
  const differing = hasArrived ? [] : [...form.elements].filter(isField).filter((field) => differs(field, typed));
  if (differing.length === 0) {
    forgetHere(name);
    return false;
  }
  if (version && typed.wasAway) version.value = typed.version;
  for (const field of differing) {
    if (isTicked(field)) field.checked = !field.checked;
    else field.value = typed.values[field.name]?.[0] ?? "";
  }
  return true;
}

function versionOf(form: HTMLFormElement): HTMLInputElement | null {
  const version = form.elements.namedItem("version");
  return version instanceof HTMLInputElement ? version : null;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isTicked = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type);

function differs(field: Field, { values }: Typed): boolean {
  const typed = values[field.name];
  if (isTicked(field)) return field.checked !== (typed?.includes(field.value) ?? false);
  return typed?.[0] !== undefined && typed[0] !== field.value;
}

function read(name: string): Typed | null {
  try {
    const typed = JSON.parse(window.localStorage.getItem(PREFIX + name) ?? "null") as Typed | null;
    if (typed && Date.now() - typed.at < LONGEST) return typed;
  } catch {
    // Somebody else's entry, or none.
  }
  forgetHere(name);
  return null;
}

const isField = (field: Element): field is Field =>
  (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) &&
  field.name !== "" &&
  !OF_THE_FORM.test(field.name);
