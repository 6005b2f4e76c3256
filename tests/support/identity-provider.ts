import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/** A council's sign-in: a certified provider on this machine, which confirms whoever is asked for without asking. */
export async function openIdentityProvider(redirectUri: string) {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "scrutineer", client_secret: "a secret of the client", redirect_uris: [redirectUri] }],
    pkce: { required: () => true },
    findAccount: (_context, accountId) => ({
      accountId,
      claims: async () => ({ sub: accountId, email: "mary@example.org" }),
    }),
    cookies: { keys: ["a key of the provider's cookies"] },
    features: { devInteractions: { enabled: true } },
  });
  server.on("request", provider.callback());

  /** Walks through sign-in and consent as a browser would. @returns the query it is sent back with */
  async function walk(address: string, subject: string): Promise<string> {
    const jar = new Map<string, string>();
    let next = address;
    for (let steps = 0; steps < 20; steps++) {
      if (next.startsWith(redirectUri)) return new URL(next).search;
      let answer = await fetch(next, { redirect: "manual", headers: { cookie: cookies(jar) } });
      keep(jar, answer);
      if (answer.status === 200) {
        const isLogin = (await answer.text()).includes('name="login"');
        const body = new URLSearchParams(
          isLogin ? { prompt: "login", login: subject, password: "x" } : { prompt: "consent" },
        );
        answer = await fetch(next, { method: "POST", redirect: "manual", headers: { cookie: cookies(jar) }, body });
        keep(jar, answer);
      }
      next = new URL(answer.headers.get("location") ?? "", next).href;
    }
    throw new Error("The provider leads nowhere");
  }
  return { issuer, walk, close: () => new Promise((resolve) => server.close(resolve)) };
}

const cookies = (jar: ReadonlyMap<string, string>) => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

function keep(jar: Map<string, string>, answer: Response): void {
  for (const cookie of answer.headers.getSetCookie()) {
    const [name = "", value = ""] = cookie.split(";")[0]?.split(/=(.*)/) ?? [];
    if (value === "") jar.delete(name);
    else jar.set(name, value);
  }
}
