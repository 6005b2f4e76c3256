import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { decodePDFRawStream, PDFDocument, PDFRawStream } from "@cantoo/pdf-lib";
import { afterAll, beforeAll } from "vitest";
import { db } from "@/server/db";
import { typeset } from "@/server/documents/typst";
import { makeOrderedPacks } from "@/server/jobs/make-pack";
import { openPaper, storePaper } from "@/server/papers/storage";

/** A site that is told when public pages changed, for the jobs of this file. */
export function answerAsTheSite(): void {
  let site: Server;
  beforeAll(async () => {
    process.env.SCRUTINEER_SECRET = "a secret that only this test has, long enough";
    site = createServer((_, response) => response.writeHead(204).end());
    await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
    process.env.PORT = String((site.address() as AddressInfo).port);
  });
  afterAll(() => new Promise((resolve) => site.close(resolve)));
}

/** A tagged PDF of so many pages, with a heading and a paragraph on each. */
export const taggedPdf = (title: string, pages: number): Uint8Array =>
  typeset(PAPER, { title, pages: String(pages) }).bytes;

const PAPER = `
#set document(title: sys.inputs.title, date: none)
#set text(lang: "en", region: "GB")
#set page(paper: "a4")
= #sys.inputs.title
#let pages = int(sys.inputs.pages)
#for number in range(1, pages + 1) [
  == Section #number
  #sys.inputs.title, words of page #number. #link("https://example.org/")[The law]
  #if number < pages { pagebreak() }
]
`;

/** Puts a file in the place of the one that a paper has. @returns its bytes */
export async function replaceFile(
  paperId: string,
  bytes: Uint8Array,
  mediaType = "application/pdf",
): Promise<Uint8Array> {
  const { sha256, size } = await storePaper(bytes);
  await db.paperFile.updateMany({ where: { paperId }, data: { sha256, size, mediaType } });
  return bytes;
}

/** Carries out the job that is waiting for a meeting. */
export async function makeWaitingPacks(meetingId: string) {
  const pack = await db.pack.findFirstOrThrow({ where: { meetingId, kind: "public", state: { not: "made" } } });
  return makeOrderedPacks({ packId: pack.id });
}

/** The newest pack of its kind, and its bytes. */
export async function newestPack(meetingId: string, kind: "public" | "restricted") {
  const pack = await db.pack.findFirstOrThrow({
    where: { meetingId, kind, state: "made" },
    orderBy: { number: "desc" },
  });
  const bytes = new Uint8Array(await new Response(await openPaper(pack.sha256 ?? "")).arrayBuffer());
  return { pack, bytes, pdf: await PDFDocument.load(bytes, { updateMetadata: false }) };
}

/** Everything that a PDF holds, unpacked: its objects as they are written, its streams as they are read. */
export function everythingIn(pdf: PDFDocument): { words: string; streams: Set<string> } {
  const words: string[] = [];
  const streams = new Set<string>();
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream) {
      words.push(String(object.dict));
      const read = unpacked(object);
      words.push(read);
      streams.add(read);
    } else words.push(String(object));
  }
  return { words: words.join("\n"), streams };
}

function unpacked(stream: PDFRawStream): string {
  try {
    return Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
  } catch {
    return Buffer.from(stream.getContents()).toString("latin1");
  }
}
