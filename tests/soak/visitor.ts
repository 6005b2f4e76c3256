import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { FilledForm } from "./forms";
import { filled, formWith } from "./forms";
import type { Ledger } from "./ledger";

export type Page = { path: string; status: number; location: string | null; html: string };
export type SignIn = { name: string; post: string; email: string; password: string };

/** A form with what was chosen in its file field. */
export type SentForm = FilledForm & { file?: File };

/** A form on a slow connection: in how many pieces it goes out, and how long after one another. */
export type Slowly = { pieces: number; milliseconds: number };

/** Somebody with a browser of their own, without scripts: keeps cookies, follows no redirection by itself. */
export class Visitor {
  /** @param cookies those of an earlier visit, to which this one's are added */
  constructor(
    readonly address: string,
    readonly ledger: Ledger,
    readonly signal: AbortSignal,
    readonly cookies = new Map<string, string>(),
  ) {}

  open(path: string): Promise<Page> {
    return this.#ask(path, {});
  }

  /** Sends a form to where it goes. */
  async send({ action, fields, file }: SentForm, slowly?: Slowly): Promise<Page> {
    const body = new FormData();
    for (const [name, value] of fields) body.append(name, value);
    if (file) body.append("file", file);
    if (!slowly) return this.#ask(action, { method: "POST", body });
    const whole = new Response(body);
    const bytes = new Uint8Array(await whole.clone().arrayBuffer());
    const type = whole.headers.get("content-type") ?? "";
    const request: RequestInit = { method: "POST", body: inPieces(bytes, slowly), duplex: "half" } as RequestInit;
    return this.#ask(action, request, { "content-type": type });
  }

  /** The SHA-256 of what is served at an address, in hexadecimal; null where nothing is. */
  async hashOf(path: string): Promise<string | null> {
    const response = await this.#fetch(path, {});
    const bytes = new Uint8Array(await response.arrayBuffer());
    return response.status === 200 ? createHash("sha256").update(bytes).digest("hex") : null;
  }

  /** @throws Error where the sign-in does not open the office */
  async signIn({ email, password }: SignIn): Promise<void> {
    const page = await this.open("/sign-in");
    const answer = await this.send(filled(formWith("password", page.html, "/sign-in"), { email, password }));
    if (answer.status !== 303) throw new Error(`${email} was not signed in: ${answer.status}.`);
  }

  async #ask(path: string, request: RequestInit, headers: Record<string, string> = {}): Promise<Page> {
    this.ledger.requests++;
    const begun = performance.now();
    const response = await this.#fetch(path, request, headers);
    const html = await response.text();
    this.ledger.waits.push(performance.now() - begun);
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === "") this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    if (response.status >= 500 && !this.ledger.isStruck)
      this.ledger.violated(`${request.method ?? "GET"} ${path} answered ${response.status}.`);
    return { path, status: response.status, location: response.headers.get("location"), html };
  }

  #fetch(path: string, request: RequestInit, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(new URL(path, this.address), {
      ...request,
      redirect: "manual",
      headers: { cookie: this.#cookie(), origin: this.address, "sec-fetch-site": "same-origin", ...headers },
      signal: AbortSignal.any([this.signal, AbortSignal.timeout(60_000)]),
    });
  }

  #cookie = (): string => [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
}

function inPieces(bytes: Uint8Array, { pieces, milliseconds }: Slowly): ReadableStream<Uint8Array> {
  const length = Math.ceil(bytes.length / pieces);
  let from = 0;
  return new ReadableStream({
    async pull(controller) {
      if (from > 0) await wait(milliseconds);
      controller.enqueue(bytes.slice(from, from + length));
      from += length;
      if (from >= bytes.length) controller.close();
    },
  });
}
