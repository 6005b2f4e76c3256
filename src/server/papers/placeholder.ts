import { forgetOldDocuments, typeset } from "@/server/documents/typst";

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
 * against PDF/UA-1, and the same words are always the same bytes, which are stored once.
 * @returns the file, and how many pages it has
 * @throws Error with Typst's own words when the page cannot be made
 */
export function placeholderPdf(page: PlaceholderPage): { bytes: Uint8Array; pages: number } {
  const { bytes, pages } = typeset(TEMPLATE, { page: JSON.stringify(page) });
  forgetOldDocuments();
  return { bytes, pages };
}

const TEMPLATE = `
#let page = json(bytes(sys.inputs.page))
#let ink = rgb("#0f4c5c")
#set document(title: page.title, author: page.council, date: none)
#set text(lang: "en", region: "GB", size: 12pt, font: ("Atkinson Hyperlegible Next", "Libertinus Serif"))
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
