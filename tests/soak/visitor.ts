import type { FilledForm } from "./forms";
import { filled, formWith } from "./forms";
import type { Ledger } from "./ledger";

export type Page = { path: string; status: number; location: string | null; html: string };
export type SignIn = { name: string; post: string; email: string; password: string };

/** Somebody with a browser of their own, without scripts: keeps cookies, follows no redirection by itself. */
export class Visitor {
  readonly #cookies = new Map<string, string>();

  constructor(
    readonly address: string,
    readonly ledger: Ledger,
    readonly signal: AbortSignal,
  ) {}

  open(path: string): Promise<Page> {
    return this.#ask(path, {});
  }

  /** Sends a form to where it goes. */
  send({ action, fields }: FilledForm): Promise<Page> {
    const body = new FormData();
    for (const [name, value] of fields) body.append(name, value);
    return this.#ask(action, { method: "POST", body });
  }

  /** @throws Error where the sign-in does not open the office */
  async signIn({ email, password }: SignIn): Promise<void> {
    const page = await this.open("/sign-in");
    const answer = await this.send(filled(formWith("password", page.html, "/sign-in"), { email, password }));
    if (answer.status !== 303) throw new Error(`${email} was not signed in: ${answer.status}.`);
  }

  async #ask(path: string, request: RequestInit): Promise<Page> {
    this.ledger.requests++;
    const begun = performance.now();
    const response = await fetch(new URL(path, this.address), {
      ...request,
      redirect: "manual",
      headers: { cookie: this.#cookie(), origin: this.address, "sec-fetch-site": "same-origin" },
      signal: AbortSignal.any([this.signal, AbortSignal.timeout(60_000)]),
    });
    const html = await response.text();
    this.ledger.waits.push(performance.now() - begun);
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === "") this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    if (response.status >= 500) this.ledger.violated(`${request.method ?? "GET"} ${path} answered ${response.status}.`);
    return { path, status: response.status, location: response.headers.get("location"), html };
  }

  #cookie = (): string => [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
}
