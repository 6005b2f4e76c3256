import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

export type PlaceholderPage = {
  /** Whose paper it is. */
  council: string;
  /** The paper's title as it is listed. */
  title: string;
  /** What is said in its place, a paragraph each; the first stands out. */
  lines: readonly string[];
};

/**
 * The page that stands in a pack where a paper is withheld: that there is one, and why (LGA 1972 s100B(5)). Tagged, checked
 * against PDF/UA-1, without a date, so that the same words are always the same bytes and are stored once. Set in Typst's own
 * Libertinus Serif, because Typst reads no WOFF2 and the typeface of the site comes as nothing else.
 * @returns the file, and how many pages it has
 * @throws Error with Typst's own words when the page cannot be made
 */
export function placeholderPdf(page: PlaceholderPage): { bytes: Uint8Array; pages: number } {
  compiler ??= NodeCompiler.create();
  // Words go in as data, never as source: what is typed cannot become markup.
  const result = compiler.compile({ mainFileContent: TEMPLATE, inputs: { page: JSON.stringify(page) } });
  const error = result.takeError();
  if (error || !result.result) {
    const said = error ? compiler.fetchDiagnostics(error).map(({ message }) => message) : ["nothing came out"];
    throw new Error(`The placeholder could not be made: ${said.join("; ")}`);
  }
  const bytes = compiler.pdf(result.result, { pdfStandard: "ua-1" });
  const pages = result.result.numOfPages;
  compiler.evictCache(10);
  return { bytes, pages };
}

/** One a process: making it reads every font anew, and its memory is not given back. */
let compiler: NodeCompiler | undefined;

const TEMPLATE = `
#let page = json(bytes(sys.inputs.page))
#let ink = rgb("#0f4c5c")
#set document(title: page.title, author: page.council, date: none)
#set text(lang: "en", region: "GB", size: 12pt, font: "Libertinus Serif")
#set std.page(paper: "a4", margin: (x: 25mm, top: 30mm, bottom: 25mm))
#set par(leading: 0.75em, spacing: 1.3em)
#show heading.where(level: 1): set text(size: 20pt, weight: "bold")
#show heading.where(level: 1): set block(above: 0pt, below: 14pt)

#text(size: 11pt, fill: ink, weight: "bold", page.council)
#v(18mm)

#heading(level: 1, page.title)

#block(stroke: (left: 3pt + ink), inset: (left: 12pt, y: 2pt))[
  #for (number, line) in page.lines.enumerate() {
    par(if number == 0 { strong(line) } else { line })
  }
]
`;
