import { Agent, type IncomingHttpHeaders, request } from "node:http";

export type Asked = { path: string; headers?: Record<string, string> };
export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer; milliseconds: number };

/** One visitor with one kept connection; answers are never compressed, so that all are compared by the same bytes. */
export function visitor(address: string, agent = new Agent({ keepAlive: true, maxSockets: 1 })) {
  const ask = ({ path, headers = {} }: Asked): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const begun = performance.now();
      const sent = request(new URL(path, address), { agent, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts),
            milliseconds: performance.now() - begun,
          }),
        );
        response.on("error", reject);
      });
      sent.setTimeout(60_000, () => sent.destroy(new Error(`${path} was not answered within a minute`)));
      sent.on("error", reject);
      sent.end();
    });
  return { ask, leave: () => agent.destroy() };
}

/** An answer that has to be there. @throws Error when it says anything but 200 */
export function mustBeThere(path: string, { status }: Answer): void {
  if (status !== 200) throw new Error(`${path} answered ${status}.`);
}

type Bounds = { visitors: number; requests: number; seconds: number; signal: AbortSignal };

/**
 * So many visitors at once, each asking again as soon as it is answered, until there were so many requests or so many seconds.
 * @param next what the n-th request asks for
 * @returns requests answered a second
 * @throws Error where an answer is anything but 200
 */
export async function storm(address: string, next: (n: number) => Asked, bounds: Bounds): Promise<number> {
  const begun = performance.now();
  const end = begun + bounds.seconds * 1000;
  let sent = 0;
  let answered = 0;
  const visit = async () => {
    const { ask, leave } = visitor(address);
    try {
      while (sent < bounds.requests && performance.now() < end) {
        bounds.signal.throwIfAborted();
        const asked = next(sent++);
        mustBeThere(asked.path, await ask(asked));
        answered++;
      }
    } finally {
      leave();
    }
  };
  await Promise.all(Array.from({ length: bounds.visitors }, visit));
  return answered / ((performance.now() - begun) / 1000);
}
