import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readPdf } from "../../support/pdf-text";
import { zipEntries } from "../../support/zip-entries";
import { stateOf, type Who } from "./people";

/** What came back for one request, whole: also headers leak. The text of a document is what its reader reads. */
export type Answer = { status: number; headers: Headers; bytes: Buffer; text: string };

export type Asking = { who?: Who | null; method?: string; headers?: Record<string, string>; body?: BodyInit };

/** The address of a path of the site under test. */
export const addressOf = (path: string): string => `${process.env.E2E_BASE_URL}${path}`;

/** Asks the site without a browser, as somebody who has signed in or as the public. Redirections are answers like any other. */
export async function ask(
  path: string,
  { who = null, method = "GET", headers = {}, body }: Asking = {},
): Promise<Answer> {
  const response = await fetch(addressOf(path), {
    method,
    // Packed or not, it is the same answer; nobody here pays for the line.
    headers: { "accept-encoding": "identity", ...(who && { cookie: cookieOf(who) }), ...headers },
    redirect: "manual",
    ...(body !== undefined && { body }),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const { status, headers: answered } = response;
  return { status, headers: answered, bytes, text: await textIn(bytes, answered.get("content-type") ?? "") };
}

const documents = new Map<string, string>();

async function textIn(bytes: Buffer, type: string): Promise<string> {
  if (bytes.length === 0 || !isDocumentType(type)) return bytes.toString("utf8");
  // The same file comes to many readers.
  const hash = createHash("sha256").update(bytes).digest("hex");
  const known = documents.get(hash);
  if (known !== undefined) return known;
  const text = type === "application/pdf" ? await pdfText(bytes) : [...zipEntries(bytes).values()].join("\n");
  documents.set(hash, text);
  return text;
}

const isDocumentType = (type: string) => type === "application/pdf" || type.endsWith("wordprocessingml.document");

/** A part of a file, and what was planted as one, are no PDF: then it is what its bytes say. */
async function pdfText(bytes: Buffer): Promise<string> {
  try {
    const { title, text } = await readPdf(bytes);
    return `${title}\n${text}`;
  } catch {
    return bytes.toString("utf8");
  }
}

const cookies = new Map<Who, string>();

/** The sign-in of somebody, for a request that ask() does not make. */
export function cookieOf(who: Who): string {
  const known = cookies.get(who);
  if (known) return known;
  const state = JSON.parse(readFileSync(stateOf(who), "utf8")) as { cookies: { name: string; value: string }[] };
  const cookie = state.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  cookies.set(who, cookie);
  return cookie;
}

/** Everything that left the site in an answer, for looking for a word in it. */
export const everythingIn = ({ headers, bytes, text }: Answer): string =>
  [
    ...[...headers].map(([name, value]) => `${name}: ${value}`),
    bytes.toString("latin1"),
    isDocumentType(headers.get("content-type") ?? "") ? text : "",
  ].join("\n");

/** Does the work on every element, a few at a time. */
export async function several<Element>(
  elements: Iterable<Element>,
  atATime: number,
  work: (element: Element) => Promise<void>,
): Promise<void> {
  const waiting = [...elements];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: atATime }, worker));
}
