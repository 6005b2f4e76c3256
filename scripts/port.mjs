// @ts-check
import { createServer } from "node:net";
import { Refusal } from "./refusal.mjs";

/**
 * @param {number} port
 * @param {string | undefined} host
 * @throws {Refusal} where it is taken, or not ours to take
 */
export async function requireFreePort(port, host) {
  const problem = await listenOnce(port, host).then(
    () => undefined,
    (/** @type {NodeJS.ErrnoException} */ error) => error.code,
  );
  if (problem === "EADDRINUSE") {
    throw new Refusal(
      `Port ${port} is taken by another program: stop that one, or choose another port (PORT=${port + 1} npm start).`,
    );
  }
  if (problem === "EACCES") {
    throw new Refusal(
      `Port ${port} is not open to this user: choose one above 1023, for instance PORT=3000 npm start.`,
    );
  }
  if (problem)
    throw new Refusal(`Port ${port} on ${host} cannot be opened (${problem}): check PORT and SCRUTINEER_HOST.`);
}

/**
 * @returns {Promise<number>} a port on this machine that nobody listens on now
 */
export function freePort() {
  return listenOnce(0, "127.0.0.1");
}

/**
 * @param {number} port
 * @param {string | undefined} host
 * @returns {Promise<number>}
 */
function listenOnce(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host }, () => {
      const address = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(address.port));
    });
  });
}
