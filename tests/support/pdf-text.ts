import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
} from "@cantoo/pdf-lib";

export type ReadPdf = {
  title: string | undefined;
  language: string | undefined;
  pages: number;
  /** What each page says, a line a run of text. */
  text: string;
  /** In points, as they are set. */
  sizes: number[];
  /** The roles of its tags: "H1", "Table", "TH". */
  tags: Set<string>;
  /** Where its links lead that leave it. */
  links: string[];
  /** How many links lead to a place within it. */
  places: number;
};

/** What a PDF of ours says to whoever reads it, copies from it, or has it read aloud. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const sizes = new Set<number>();
  const links: string[] = [];
  let places = 0;
  const pages = pdf.getPages().map((page) => {
    const fonts = new Map<string, Map<string, string>>();
    const named = page.node.Resources()?.lookup(PDFName.of("Font"), PDFDict);
    for (const [name, font] of named?.entries() ?? []) {
      const map = pdf.context.lookup(font, PDFDict).lookup(PDFName.of("ToUnicode"));
      fonts.set(name.asString(), charactersOf(contentOf(map)));
    }
    for (const each of page.node.Annots()?.asArray() ?? []) {
      const annotation = pdf.context.lookup(each, PDFDict);
      const action = annotation.lookup(PDFName.of("A"));
      if (annotation.has(PDFName.of("Dest"))) places += 1;
      else if (action instanceof PDFDict) links.push(String(action.get(PDFName.of("URI"))).replace(/^\(|\)$/g, ""));
    }
    const contents = page.node.Contents();
    const streams =
      contents instanceof PDFArray ? contents.asArray().map((each) => pdf.context.lookup(each)) : [contents];
    return wordsIn(streams.map(contentOf).join("\n"), fonts, sizes);
  });
  return {
    title: pdf.getTitle(),
    language: pdf.catalog.get(PDFName.of("Lang"))?.toString().replace(/[()]/g, ""),
    pages: pages.length,
    text: pages.join("\n"),
    sizes: [...sizes].sort((a, b) => a - b),
    tags: tagsIn(pdf),
    links,
    places,
  };
}

const contentOf = (stream: PDFObject | undefined): string =>
  stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1") : "";

/** From the code of a glyph to what it stands for. */
function charactersOf(map: string): Map<string, string> {
  const characters = new Map<string, string>();
  for (const [, lines = ""] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = "", text = ""] of lines.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi)) {
      characters.set(code.toLowerCase(), Buffer.from(text, "hex").swap16().toString("utf16le"));
    }
  }
  return characters;
}

/** A font being chosen, a text between brackets (which may hold brackets of its own), a text in hexadecimals, the end of a text. */
const TOKEN =
  /\/(\S+) ([\d.]+) Tf|\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\))*\)|<([0-9a-f]+)>|\bET\b/gi;

function wordsIn(content: string, fonts: Map<string, Map<string, string>>, sizes: Set<number>): string {
  let font = new Map<string, string>();
  let text = "";
  for (const [token, name, size, hex] of content.matchAll(TOKEN)) {
    if (name !== undefined) {
      font = fonts.get(`/${name}`) ?? new Map();
      sizes.add(Number(size));
    } else if (token === "ET") text += "\n";
    else {
      const codes = hex ?? Buffer.from(unescaped(token.slice(1, -1)), "latin1").toString("hex");
      text += (codes.match(/.{4}/g) ?? []).map((code) => font.get(code.toLowerCase()) ?? "").join("");
    }
  }
  return text;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

const unescaped = (text: string): string =>
  text.replace(/\\([0-7]{1,3}|\r?\n|[\s\S])/g, (_, said: string) =>
    /^[0-7]/.test(said)
      ? String.fromCharCode(Number.parseInt(said, 8))
      : (ESCAPES[said] ?? said.replace(/^\r?\n$/, "")),
  );

function tagsIn(pdf: PDFDocument): Set<string> {
  const tags = new Set<string>();
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const role = object.get(PDFName.of("S"));
    if (object.has(PDFName.of("P")) && role instanceof PDFName) tags.add(role.decodeText());
  }
  return tags;
}
