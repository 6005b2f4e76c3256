import { type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFRef } from "@cantoo/pdf-lib";
import { name } from "./pdf-names";

/** A line of the list of contents that a reader opens beside the pages, with those under it. */
export type Bookmark = { title: string; page: number; under: readonly Bookmark[] };

/** Writes the bookmarks of a document (ISO 32000-1, 12.3.3). The top two levels are open. */
export function outline(document: PDFDocument, bookmarks: readonly Bookmark[], at: (page: number) => PDFRef): void {
  const { context, catalog } = document;
  const root = context.nextRef();

  /** Writes them as what stands under `parent`. @returns the first and last, and how many are seen when it is open */
  const write = (list: readonly Bookmark[], parent: PDFRef, depth: number) => {
    const refs = list.map(() => context.nextRef());
    let seen = list.length;
    list.forEach(({ title, page, under }, index) => {
      const ref = refs[index] as PDFRef;
      const entry = context.obj({
        Title: PDFHexString.fromText(title),
        Parent: parent,
        Dest: [at(page), PDFName.of("XYZ"), null, null, null],
      });
      const [before, after] = [refs[index - 1], refs[index + 1]];
      if (before) entry.set(name("Prev"), before);
      if (after) entry.set(name("Next"), after);
      if (under.length > 0) {
        const inside = write(under, ref, depth + 1);
        const isOpen = depth < 1;
        entry.set(name("First"), inside.first);
        entry.set(name("Last"), inside.last);
        entry.set(name("Count"), PDFNumber.of(isOpen ? inside.seen : -under.length));
        if (isOpen) seen += inside.seen;
      }
      context.assign(ref, entry);
    });
    return { first: refs[0] as PDFRef, last: refs.at(-1) as PDFRef, seen };
  };

  if (bookmarks.length === 0) return;
  const { first, last, seen } = write(bookmarks, root, 0);
  context.assign(root, context.obj({ Type: "Outlines", First: first, Last: last, Count: seen }));
  catalog.set(name("Outlines"), root);
}
