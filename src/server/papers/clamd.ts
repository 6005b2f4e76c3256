import { connect, type Socket } from "node:net";

/** Where the scanner listens: ClamAV's daemon, by TCP or on a socket of this machine. */
export type ClamdAddress = { host: string; port: number } | { path: string };

/**
 * The scanner that the environment names; null where none is configured, and files are taken as they come.
 * @throws RangeError for a value that is neither host:port nor the path of a socket
 */
export function clamdAddress(env: NodeJS.ProcessEnv = process.env): ClamdAddress | null {
  const value = env.SCRUTINEER_CLAMD?.trim();
  if (!value) return null;
  if (value.startsWith("/")) return { path: value };
  const [, host, port] = /^\[?([^[\]/\s]+?)\]?:(\d{1,5})$/.exec(value) ?? [];
  if (!host || !port || Number(port) > 65_535)
    throw new RangeError("SCRUTINEER_CLAMD is neither host:port nor the path of a socket.");
  return { host, port: Number(port) };
}

/** Of silence. A file of 50 MB is looked through within seconds. */
const PATIENCE_MS = 120_000;

/**
 * Has a stream looked through (INSTREAM of clamd's protocol), a piece at a time.
 * @returns what was found in it; null for a clean one
 * @throws where the daemon cannot be reached, is silent, or says that it could not look
 */
export async function scanWithClamd(address: ClamdAddress, content: AsyncIterable<Uint8Array>): Promise<string | null> {
  const socket = connect(address);
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error("The scanner does not answer.")));
  const answered = answerOf(socket);
  try {
    // It may answer, and close, before all was sent: a file that is too large for it, say.
    await Promise.race([send(socket, content), answered]);
    return verdictIn(await answered);
  } finally {
    socket.destroy();
  }
}

async function send(socket: Socket, content: AsyncIterable<Uint8Array>): Promise<void> {
  await write(socket, Buffer.from("zINSTREAM\0"));
  for await (const chunk of content) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.byteLength);
    await write(socket, Buffer.concat([length, chunk]));
  }
  await write(socket, Buffer.alloc(4));
}

const write = (socket: Socket, bytes: Buffer) =>
  new Promise<void>((done, fail) => socket.write(bytes, (error) => (error ? fail(error) : done())));

/** All that it says until it closes. */
function answerOf(socket: Socket): Promise<string> {
  const answer = new Promise<string>((done, fail) => {
    let said = "";
    socket.setEncoding("utf8");
    socket.on("data", (text: string) => {
      said += text;
      if (said.includes("\0")) done(said);
    });
    socket.on("end", () => done(said));
    socket.on("error", fail);
    socket.on("close", () => fail(new Error("The scanner closed without an answer.")));
  });
  answer.catch(() => {}); // where sending failed first, that is what is told
  return answer;
}

/** "stream: OK", or "stream: Eicar-Test-Signature FOUND". */
function verdictIn(answer: string): string | null {
  const said = answer.replaceAll("\0", "").trim();
  if (said === "stream: OK") return null;
  const [, found] = /^stream: (.{1,200}) FOUND$/.exec(said) ?? [];
  if (found) return found;
  throw new Error(`The scanner gave no verdict: ${said.slice(0, 200) || "it said nothing"}.`);
}
