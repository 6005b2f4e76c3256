import { readdir } from "node:fs/promises";
import { crc32, deflateRawSync } from "node:zlib";
import { PDFDocument } from "@cantoo/pdf-lib";
import { FORMATS } from "@/domain/papers/upload";
import { placeholderPdf } from "@/server/papers/placeholder";

type ZipEntry = { name: string; content: string | Uint8Array; stored?: boolean; saysSize?: number };

/** A packed file, as an office program writes one, or as somebody with ill will does: `saysSize` lies about an entry. */
export function zipOf(...entries: readonly ZipEntry[]): Buffer<ArrayBuffer> {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, stored = false, saysSize } of entries) {
    const bytes = Buffer.from(content as string);
    const packed = stored ? bytes : deflateRawSync(bytes);
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE(stored ? 0 : 8, 4);
    fixed.writeUInt32LE(crc32(bytes), 10);
    fixed.writeUInt32LE(packed.length, 14);
    fixed.writeUInt32LE(saysSize ?? bytes.length, 18);
    fixed.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), fixed, Buffer.from(name), packed]);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(offset, 10);
    central.push(
      Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), fixed.subarray(0, 26), where, Buffer.from(name)]),
    );
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, directory, Buffer.from("PK\x05\x06", "latin1"), end]);
}

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

/** A Word file of one paragraph, and whatever else is put into it. */
export const docxOf = (...more: readonly ZipEntry[]) =>
  zipOf(
    { name: "[Content_Types].xml", content: `<Types><Override ContentType="${word}"/></Types>` },
    { name: "word/document.xml", content: "<w:document><w:p>Words</w:p></w:document>" },
    ...more,
  );

export const xlsxOf = (...more: readonly ZipEntry[]) =>
  zipOf(
    { name: "[Content_Types].xml", content: `<Types><Override ContentType="${excel}"/></Types>` },
    { name: "xl/workbook.xml", content: "<workbook/>" },
    ...more,
  );

export const openDocument = (format: "odt" | "ods", ...more: readonly ZipEntry[]) =>
  zipOf(
    { name: "mimetype", content: FORMATS[format].mediaType, stored: true },
    { name: "content.xml", content: "<office:document-content/>" },
    ...more,
  );

/** The smallest whole picture there is. */
export const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A tagged PDF of one page, as the site itself makes them. */
export const taggedPdf = (title = "Appendix 4") =>
  Buffer.from(placeholderPdf({ council: "A council", title, lines: ["Figures."] }).bytes);

/** A PDF as a scanner of paper makes one: pages, and nothing that says what is on them. */
export async function plainPdf({ pages = 2, password = "" } = {}): Promise<Buffer<ArrayBuffer>> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pages; page++) document.addPage();
  if (password) document.encrypt({ userPassword: password, ownerPassword: password });
  return Buffer.from(await document.save({ addDefaultPage: false, useObjectStreams: false }));
}

export type SentFile = { name: string; bytes: Uint8Array };

/** A form as a browser sends it, in pieces, so that nothing of it need be held at once. */
export function uploadRequest(
  values: Readonly<Record<string, string | string[]>>,
  ...files: readonly SentFile[]
): Request {
  const boundary = "----WebKitFormBoundaryfortests";
  async function* parts() {
    for (const [name, value] of Object.entries(values))
      for (const each of [value].flat())
        yield Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${each}\r\n`);
    for (const { name, bytes } of files) {
      yield Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
      );
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
      yield Buffer.from("\r\n");
    }
    yield Buffer.from(`--${boundary}--\r\n`);
  }
  return streamedRequest(`multipart/form-data; boundary=${boundary}`, parts());
}

/** A request whose body arrives bit by bit. */
export function streamedRequest(type: string, body: AsyncIterable<Uint8Array>): Request {
  const chunks = body[Symbol.asyncIterator]();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  const init = { method: "POST", headers: { "content-type": type }, body: stream, duplex: "half" };
  return new Request("http://localhost/upload", init as RequestInit);
}

/** Every file that is kept or arriving, without folders. */
export const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
