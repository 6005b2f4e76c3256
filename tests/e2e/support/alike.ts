import { randomBytes, randomUUID } from "node:crypto";
import type { Who } from "./people";
import { type Answer, type Asking, ask } from "./site";

/** An answer as it would be for a key that nobody has, by what was asked for: asked for once, and compared with many. */
const never = new Map<string, Promise<string>>();

/**
 * Whether the answer is the one that a key nobody has gets.
 * @param path what was asked for, with the key of a record in it
 */
export async function isAsNever(path: string, key: string, asked: Asking, answer: Answer): Promise<boolean> {
  const said = without(answer, key);
  const name = JSON.stringify([path.replaceAll(key, "KEY"), asked.who, asked.method, asked.headers]);
  if (!never.has(name)) never.set(name, askNever(path, key, asked));
  if (said === (await never.get(name))) return true;
  // The framework cuts a slow answer into other pieces than a quick one, so two that differ are asked for again: what tells
  // something tells it every time.
  for (let time = 0; time < 8; time++) {
    if (without(await ask(path, asked), key) === (await askNever(path, key, asked))) return true;
  }
  return false;
}

async function askNever(path: string, key: string, asked: Asking): Promise<string> {
  const nobodys = neverThere(key);
  return without(await ask(path.replaceAll(key, nobodys), asked), nobodys);
}

/** A key of the same form and length that no record has. */
export function neverThere(key: string): string {
  if (/^[0-9a-f]{8}-/.test(key)) return randomUUID();
  if (/^\d{4}-/.test(key)) return `1999${key.slice(4)}`;
  return randomBytes(key.length).toString("hex").slice(0, key.length).replaceAll(/\d/g, "x");
}

/** An answer without what is new in every answer, and without the key that was asked for. */
function without({ status, headers, text }: Answer, key: string): string {
  const said = [...headers]
    .filter(([name]) => !["date", "etag", "content-length"].includes(name))
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
  const isFlight = headers.get("content-type")?.startsWith("text/x-component") === true;
  const flight: string[] = isFlight ? [text] : [];
  const page = text.replaceAll(/self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g, (_, part: string) => {
    flight.push(JSON.parse(part) as string);
    return "";
  });
  // The framework sends the rows of its own copy as they are ready, and numbers them so.
  const rows = flight
    .join("")
    .split("\n")
    .map((row) => row.replace(/^[0-9a-f]+:/, "").replaceAll(/\$[A-Z@]?[0-9a-f]+/g, "$"))
    .sort();
  return [status, said, isFlight ? "" : page, ...rows]
    .join("\n")
    .replaceAll(key, "KEY")
    .replaceAll(encodeURIComponent(key), "KEY")
    .replaceAll(/<script[^>]*><\/script>/g, "")
    .replaceAll(/sha256-[\w+/=]+/g, "HASH")
    .replaceAll(/"[\w-]{21}[vm]",\{"children"/g, "REQUEST")
    .replaceAll(/nonce-[\w+/=]+|nonce\\?"?[=:]\\?"[\w+/=]+/g, "NONCE");
}

/** Whoever asks, in words. */
export const nameOfWho = (who: Who | null): string => who ?? "the public";
