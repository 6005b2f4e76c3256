import { readFileSync } from "node:fs";
import { stateOf, type Who } from "./people";

/** What came back for one request, whole: also headers leak. */
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
    headers: { ...(who && { cookie: cookieOf(who) }), ...headers },
    redirect: "manual",
    ...(body !== undefined && { body }),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes, text: bytes.toString("utf8") };
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
export const everythingIn = ({ headers, bytes }: Answer): string =>
  `${[...headers].map(([name, value]) => `${name}: ${value}`).join("\n")}\n\n${bytes.toString("latin1")}`;

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
