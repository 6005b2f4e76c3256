import { expect, it } from "vitest";
import { DOCUMENT_KINDS, FILES, fileLabelOf, fileNamed, fileNameOf } from "./document-file";

it("a document is had as four files, each by its own name", () => {
  expect(FILES.map((file) => fileNameOf("minutes", file))).toEqual([
    "minutes.pdf",
    "minutes.docx",
    "minutes-large-print.pdf",
    "minutes-large-print.docx",
  ]);
  expect(FILES.map(fileLabelOf)).toEqual(["PDF", "Word", "PDF, large print", "Word, large print"]);
  for (const kind of DOCUMENT_KINDS)
    for (const file of FILES) expect(fileNamed(kind, fileNameOf(kind, file))).toEqual(file);
});

it.each(["minutes", "minutes.PDF", "agenda.pdf", "minutes.pdf.exe", "", "large-print.pdf"])(
  "no file of minutes is called “%s”",
  (name) => {
    expect(fileNamed("minutes", name)).toBeNull();
  },
);
