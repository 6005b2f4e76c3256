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
  let answer: Typeset;
  try {
    answer =
      file.format === "pdf"
        ? { bytes: renderPdf(document, options).bytes }
        : { bytes: await renderWord(document, options) };
  } catch (error) {
    answer = { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  process.send?.(answer);
});
process.on("disconnect", () => process.exit());
