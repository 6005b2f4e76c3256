import { renderPdf } from "./pdf";
import type { Ordered, Typeset } from "./typesetting";
import { renderWord } from "./word";

/**
 * A process of its own, which turns documents into files for the web server and knows nothing but the document it is given. It
 * ends with the process that started it.
 */
process.on("message", async (ordered: Ordered) => {
  const { document, file, site } = ordered;
  const options = { size: file.size, ...(site && { site }) };
  let made: { bytes: Uint8Array } | { failed: string };
  try {
    made =
      file.format === "pdf"
        ? { bytes: renderPdf(document, options).bytes }
        : { bytes: await renderWord(document, options) };
  } catch (error) {
    made = { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  const answer: Typeset = { ...made, memory: process.memoryUsage.rss() };
  process.send?.(answer);
});
process.on("disconnect", () => process.exit());
