import { resolve } from "node:path";

/** Where papers are on the disk, and where they arrive wherever they are kept. */
export const dataFolder = (): string =>
  resolve(/* turbopackIgnore: true */ process.env.SCRUTINEER_DATA ?? ".data/papers");
