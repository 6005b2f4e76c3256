import { placeholderPdf } from "@/server/papers/placeholder";
import { storePaper } from "@/server/papers/storage";

export type PaperFile = {
  fileName: string;
  mediaType: string;
  size: number;
  sha256: string;
  pages: number;
  accessible: boolean;
};

/** A PDF, tagged and checked, that stands for a paper of 2016: which one it is, and what it says in our own words. Its pages are not reproduced. */
export async function storeStandIn(title: string, lines: readonly string[]): Promise<PaperFile> {
  const { bytes, pages } = placeholderPdf({ council: "Dorset County Council", title, lines });
  const { sha256, size } = await storePaper(bytes);
  return { fileName: `${fileStem(title)}.pdf`, mediaType: "application/pdf", size, sha256, pages, accessible: true };
}

const fileStem = (title: string) =>
  title
    .toLowerCase()
    .replace(/'/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 80);
