import { answerOnce } from "./answer-once";
import type { PackContents } from "./contents";
import { PackJoiner } from "./join";
import { makePack } from "./make";

/** Makes one pack of contents that another process has read. It knows no database, and of stored files those that it is told of. */
answerOnce(async (contents: PackContents) => makePack(contents, await joiner));

/** Made ready while the contents are still being read. */
const joiner = PackJoiner.begin();
joiner.catch(() => {}); // Whoever asks for the pack is told.
