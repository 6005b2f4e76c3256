import { createHash } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PAPER_FORMATS, UPLOAD_LIMIT } from "@/domain/papers/upload";
import { type ReceivedUpload, receiveUpload } from "@/server/papers/receive";
import { inspectPdf } from "@/server/papers/upload-pdf";
import { storePapersAside } from "../support/papers";
import {
  docxOf,
  filesIn,
  openDocument,
  plainPdf,
  png,
  type SentFile,
  streamedRequest,
  taggedPdf,
  uploadRequest,
  xlsxOf,
  zipOf,
} from "../support/uploads";

const folder = storePapersAside();

const send = (...files: readonly SentFile[]) =>
  take(uploadRequest({ title: "Appendix 4", paragraphs: ["3", "6"] }, ...files));
async function take(request: Request): Promise<ReceivedUpload> {
  const received = await receiveUpload(request, PAPER_FORMATS, async (each) => each);
  expect(await filesIn(folder())).toEqual([]);
  return received;
}
const sendBytes = (name: string, bytes: Uint8Array | string) => send({ name, bytes: Buffer.from(bytes as string) });

describe("a file is what its bytes say", () => {
  it.each([
    ["minutes.docx", docxOf(), "docx"],
    ["costs.XLSX", xlsxOf(), "xlsx"],
    ["letter.odt", openDocument("odt"), "odt"],
    ["costs.ods", openDocument("ods"), "ods"],
    ["costs.csv", Buffer.from("\uFEFFward,£\r\nÉast,1\r\n"), "csv"],
    ["map.png", png, "png"],
    ["with a sheet.docx", docxOf({ name: "word/embeddings/costs.xlsx", content: xlsxOf(), stored: true }), "docx"],
  ])("%s", async (name, bytes, format) => {
    const { file, values } = await sendBytes(name, bytes);
    expect(file).toMatchObject({
      fileName: name,
      format,
      size: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
    expect({ ...values }).toEqual({ title: "Appendix 4", paragraphs: ["3", "6"] });
  });

  it("a PDF says how many pages it has, whether it is tagged, and whether everybody can open it", async () => {
    const tagged = taggedPdf();
    const sent = (bytes: Uint8Array) => sendNoLook(uploadRequest({}, { name: "a.pdf", bytes }));
    const [ours, scanned, locked, empty, cut] = await Promise.all([
      sent(tagged),
      sent(await plainPdf({ pages: 2 })),
      sent(await plainPdf({ password: "secret" })),
      sent(await plainPdf({ pages: 0 })),
      sent(tagged.subarray(0, tagged.length / 2)),
    ]);
    expect(ours.file).toMatchObject({ format: "pdf", pages: 1, accessible: true });
    expect(scanned.file).toMatchObject({ pages: 2, accessible: false });
    expect(locked.refusal).toMatch(/^The file is protected with a password/);
    expect(empty.refusal).toMatch(/^The PDF has no pages/);
    expect(cut.refusal).toMatch(/^The file is damaged, or not all of it is there/);
    expect(await filesIn(folder())).toEqual([]);
  });

  it("a PDF whose reading takes more memory than there is for it is not read to its end", async () => {
    const path = join(folder(), "a.pdf");
    await writeFile(path, taggedPdf());
    expect(await inspectPdf(path, 1024)).toEqual({ refusal: "unchecked" });
    await rm(path);
  });
});

const sendNoLook = (request: Request) => receiveUpload(request, PAPER_FORMATS, async (each) => each);

const zeros = (size: number) => Buffer.alloc(size);
const nest = (depth: number): Buffer<ArrayBuffer> =>
  depth === 0 ? docxOf() : docxOf({ name: `deeper ${depth}.docx`, content: nest(depth - 1), stored: true });

it("a table may have a character of any length across any two of the pieces it is read in", async () => {
  for (const character of ["é", "€", "🗳"])
    for (const before of [65_533, 65_534, 65_535, 65_536]) {
      const bytes = Buffer.from(`${"a".repeat(before)}${character},b`);
      expect((await sendBytes("a.csv", bytes)).file?.format).toBe("csv");
      expect((await sendBytes("a.csv", bytes.subarray(0, before + 1))).refusal).toMatch(/^The table is not written/);
    }
});

describe("what is refused says why, keeps what was typed, and leaves nothing behind", () => {
  const BROKEN = /^The file is damaged, or not all of it is there/;
  const BOMB = /^The file unpacks to far more than it says/;
  it.each<[string, string, Uint8Array | string, RegExp]>([
    ["nothing in it", "a.pdf", "", /^The file is empty: it has 0 bytes/],
    ["a program", "a.exe", "MZ\x90\x00program", /^This kind of file cannot be put up\. Save it as \.pdf, \.docx/],
    ["a page that runs", "a.html", "<html><script>alert(1)</script>", /^This kind of file cannot be put up/],
    ["a page under the name of a table", "a.csv", "<html>", /^The file's name does not say what it is/],
    ["bytes under the name of a table", "a.csv", "a\x00\x01", /^The file's name does not say what it is/],
    ["a table in another alphabet", "a.csv", Buffer.from("ward,\xa3", "latin1"), /^The table is not written as UTF-8/],
    ["a picture that runs", "a.svg", "<svg onload='alert(1)'/>", /^An SVG can hold programs/],
    ["the same under another name", "a.png", "<svg/>", /^An SVG can hold programs/],
    ["a Word file named as a PDF", "a.pdf", docxOf(), /inside it is a Word document\. Rename it to end in “\.docx”/],
    ["a picture named as a Word file", "a.docx", png, /inside it is a PNG image/],
    ["no name that says anything", "minutes", docxOf(), /inside it is a Word document/],
    [
      "packed files of no known kind",
      "a.zip",
      zipOf({ name: "a", content: "a" }),
      /^This kind of file cannot be put up/,
    ],
    ["the same named as a Word file", "a.docx", zipOf({ name: "a", content: "a" }), /does not say what it is/],
    ["a picture that stops", "a.png", png.subarray(0, 40), BROKEN],
    ["a packed file that stops", "a.docx", docxOf().subarray(0, 200), BROKEN],
    ["an entry of another size than it says", "a.docx", docxOf({ name: "x", content: "abcdef", saysSize: 3 }), BROKEN],
    ["an older Word file", "a.doc", cfb("WordDocument"), /^This is a file of an older Word/],
    ["a Word file with a password", "a.docx", cfb("EncryptedPackage"), /^The file is protected with a password/],
    [
      "an OpenDocument file with a password",
      "a.odt",
      openDocument("odt", { name: "META-INF/manifest.xml", content: "<manifest:encryption-data/>" }),
      /^The file is protected with a password/,
    ],
    ["macros of Word", "a.docx", docxOf({ name: "word/vbaProject.bin", content: "Sub" }), /^The file has macros/],
    ["macros of Excel 4", "a.xlsx", xlsxOf({ name: "xl/macrosheets/s.xml", content: "=" }), /^The file has macros/],
    [
      "programs of OpenDocument",
      "a.ods",
      openDocument("ods", { name: "Basic/m.xml", content: "" }),
      /^The file has macros/,
    ],
    [
      "a kind of Word file that is for macros",
      "a.docm",
      zipOf({ name: "[Content_Types].xml", content: "application/vnd.ms-word.document.macroEnabled.main+xml" }),
      /^The file has macros/,
    ],
    ["what unpacks to a thousand times its size", "a.docx", docxOf({ name: "x", content: zeros(4_000_000) }), BOMB],
    ["packed files within packed files", "a.docx", nest(4), BOMB],
    ["what says that it unpacks to gigabytes", "a.docx", docxOf({ name: "x", content: "a", saysSize: 3e9 }), BOMB],
    ["a folder in its name", "../../a.pdf", "%PDF", /^The file's name holds a folder or a slash/],
    ["a folder of Windows", "C:\\\\a.pdf", "%PDF", /^The file's name holds a folder or a slash/],
    [
      "what cannot be seen in its name",
      "a\u202Efdp.exe",
      "%PDF",
      /^The file's name holds characters that cannot be seen/,
    ],
    ["a bell in its name", "a\u0007.pdf", "%PDF", /^The file's name holds characters that cannot be seen/],
    ["a name that never ends", `${"a".repeat(150)}.pdf`, "%PDF", /^The file's name is longer than 150 characters/],
  ])("%s", async (_what, name, bytes, sentence) => {
    const { refusal, values } = await sendBytes(name, bytes);
    expect(refusal).toMatch(sentence);
    expect(values.title).toBe("Appendix 4");
  });

  it("too many packed files", async () => {
    const many = Array.from({ length: 10_001 }, (_, number) => ({ name: `${number}`, content: "", stored: true }));
    expect((await sendBytes("a.docx", docxOf(...many))).refusal).toMatch(BOMB);
  });

  it("one byte more than 50 MB, and no byte less", async () => {
    const { refusal, values } = await sendBytes("a.pdf", zeros(UPLOAD_LIMIT + 1));
    expect(refusal).toMatch(/^The file is larger than 50 MB/);
    expect(values.title).toBe("Appendix 4");
    const most = Buffer.concat([Buffer.from("a,b\n"), Buffer.alloc(UPLOAD_LIMIT - 4, "1")]);
    expect((await sendBytes("a.csv", most)).file?.size).toBe(UPLOAD_LIMIT);
  });

  it("no file, two files, and what is no form", async () => {
    const file = { name: "a.docx", bytes: docxOf() };
    expect((await send()).refusal).toBe("Choose a file.");
    expect((await send({ name: "", bytes: zeros(0) })).refusal).toBe("Choose a file.");
    expect((await send(file, file)).refusal).toBe("One file at a time: several were sent. Choose one.");
    expect((await take(streamedRequest("text/plain", pieces("title=a")))).refusal).toBe("Choose a file.");
    expect((await take(streamedRequest("multipart/form-data", pieces("title=a")))).refusal).toBe("Choose a file.");
  });

  it("a connection that is cut within the file, or just before the end of the form", async () => {
    const start = '--b\r\nContent-Disposition: form-data; name="title"\r\n\r\nAppendix 4\r\n';
    const file = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7';
    const type = "multipart/form-data; boundary=b";
    for (const body of [pieces(start, file), cut(start, file), cut(start, `${file}\r\n--b`)]) {
      const { refusal, values } = await take(streamedRequest(type, body));
      expect(refusal).toMatch(/^The connection was cut/);
      expect(values.title).toBe("Appendix 4");
    }
  });
});

async function* pieces(...texts: readonly string[]) {
  for (const text of texts) yield Buffer.from(text);
}
async function* cut(...texts: readonly string[]) {
  yield* pieces(...texts);
  throw new Error("ECONNRESET");
}

/** The beginning of a file of Office 97, or of one that a newer Office has locked, with the name of what it holds. */
const cfb = (holds: string) =>
  Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(65_530), Buffer.from(holds, "utf16le")]);
