/**
 * How a document looks as a PDF. In large print nothing is smaller than 18 point, and a table of more than two columns becomes one
 * block a row. `#let` gives Typst's words for the blocks of src/domain/documents/document.ts.
 */
export const PDF_TEMPLATE = `
#let doc = json(bytes(sys.inputs.document))
#let large = sys.inputs.size == "large"
#let footed = sys.inputs.footer == "yes"
#let across = doc.at("landscape", default: false) and not large
#let ink = rgb("#0f4c5c")
#let faint = rgb("#555d66")
#let base = if large { 18pt } else { 11pt }
#let small = if large { 18pt } else { 9.5pt }
#let margin-width = if large { 22mm } else { 15mm }
#let gap = if large { 1.1em } else { 0.9em }

#let value(of, key) = of.at(key, default: none)

#set document(title: doc.title, author: doc.council, date: none)
#set text(lang: "en", region: "GB", size: base, font: ("Atkinson Hyperlegible Next", "Libertinus Serif"), hyphenate: false)
#set par(leading: if large { 0.85em } else { 0.7em }, spacing: gap, justify: false)
#set page(
  paper: "a4",
  flipped: across,
  margin: if large { (x: 20mm, top: 20mm, bottom: 28mm) } else if across { (x: 18mm, top: 18mm, bottom: 20mm) } else { (x: 25mm, top: 22mm, bottom: 24mm) },
  footer: if footed {
    context {
      set text(size: small, fill: if large { black } else { faint })
      set par(leading: 0.5em)
      grid(
        columns: (1fr, auto),
        column-gutter: 8mm,
        doc.title,
        [page #counter(page).display() of #counter(page).final().first()],
      )
    }
  },
)
#set heading(numbering: none)
#let heading-size(level) = if large { (26pt, 22pt, 20pt, 19pt, 18pt, 18pt).at(level - 1) } else { (20pt, 15pt, 12.5pt, 11.5pt, 11pt, 11pt).at(level - 1) }
#show heading: it => {
  set text(size: heading-size(it.level), weight: "bold", fill: if it.level == 2 { ink } else { black })
  set par(leading: 0.5em)
  let body = if it.numbering == none { it.body } else {
    grid(columns: (margin-width, 1fr), counter(heading).display(it.numbering), it.body)
  }
  block(above: if it.level <= 2 { 1.7em } else { 1.5em }, below: 0.8em, sticky: true, body)
}
#show link: it => underline(offset: 0.15em, text(fill: ink, it))
#set list(indent: 0pt, body-indent: 0.6em, spacing: 0.7em)
#set enum(indent: 0pt, body-indent: 0.6em, spacing: 0.7em)
#set table(stroke: (x, y) => (bottom: if y == 0 { 1pt + black } else { 0.5pt + rgb("#8a9199") }), inset: (x: 4pt, y: 5pt), align: left + top)
#show table.cell.where(y: 0): set text(weight: "bold")

// A place that can be led to, and that tells on which page it came to stand.
#let place-of(of) = {
  let anchor = value(of, "anchor")
  if anchor != none [#metadata((anchor: anchor))#label("to:" + anchor)]
}

#let run(part) = {
  let said = text(part.text)
  if value(part, "strong") == true { said = strong(said) }
  if value(part, "emphasis") == true { said = emph(said) }
  if value(part, "struck") == true { said = strike(said) }
  said
}
#let running(parts) = {
  for part in parts {
    if part.kind == "break" { linebreak() }
    else if part.kind == "link" {
      let to = if part.to.starts-with("#") { label("to:" + part.to.slice(1)) } else { part.to }
      link(to, for each in part.text { run(each) })
    }
    else { run(part) }
  }
}

#let stacked(columns, row) = block(
  width: 100%,
  above: 1.2em,
  below: 1.2em,
  inset: (left: 10pt, y: 2pt),
  stroke: (left: 2pt + faint),
  for (column, cell) in columns.zip(row) {
    if cell.len() > 0 { par({ if column.head != "" { strong(column.head + ": ") } ; running(cell) }) }
  },
)

#let facts-of(facts) = terms(
  tight: false,
  separator: [: ],
  hanging-indent: if large { 0pt } else { 6mm },
  ..facts.map(fact => terms.item(fact.term, running(fact.value))),
)

#let margined(number, body, width: margin-width) = grid(
  columns: (width, 1fr),
  if number == none [] else { text(weight: "bold", number) },
  body,
)

// The number is the record's own; given as the heading's, it also stands in the outline.
#let titled(level, number, title) = heading(
  level: level,
  numbering: if number != none { (..) => number },
  running(title),
)

#let render(blocks) = for block-of in blocks {
  let kind = block-of.kind
  if kind == "heading" {
    place-of(block-of)
    heading(level: block-of.level + 1, running(block-of.text))
  } else if kind == "paragraph" {
    par({ place-of(block-of); running(block-of.text) })
  } else if kind == "numbered" {
    let title = value(block-of, "title")
    let number = value(block-of, "number")
    let aside = value(block-of, "aside")
    if title == none {
      block(above: gap, below: gap, margined(number, { place-of(block-of); render(block-of.blocks) }))
    } else {
      place-of(block-of)
      if aside == none { titled(title.level + 1, number, title.text) } else {
        block(sticky: true, above: 1.5em, below: 0.8em, grid(
          columns: (1fr, auto),
          column-gutter: 6mm,
          titled(title.level + 1, number, title.text),
          text(weight: "bold", running(aside)),
        ))
      }
      block(inset: (left: if number == none { 0pt } else { margin-width }), render(block-of.blocks))
    }
  } else if kind == "list" {
    let entries = block-of.entries.map(entry => render(entry))
    block(
      above: gap,
      below: gap,
      if block-of.marks == "numbers" { enum(start: block-of.at("start", default: 1), ..entries) }
      else if block-of.marks == "own" { list(marker: [], body-indent: 0pt, ..entries) }
      else { list(..entries) },
    )
  } else if kind == "table" {
    if large and block-of.columns.len() > 2 {
      for row in block-of.rows { stacked(block-of.columns, row) }
    } else {
      set text(size: if large { base } else { 9.5pt })
      set par(leading: 0.55em)
      table(
        columns: block-of.columns.map(column => column.at("share", default: 1) * 1fr),
        table.header(repeat: true, ..block-of.columns.map(column => column.head)),
        ..block-of.rows.map(row => row.map(cell => running(cell))).flatten(),
      )
    }
  } else if kind == "facts" {
    facts-of(block-of.facts)
  } else if kind == "quote" {
    block(inset: (left: 8mm), render(block-of.blocks))
  } else if kind == "note" {
    block(width: 100%, inset: (left: 10pt, y: 3pt), stroke: (left: 2pt + faint), render(block-of.blocks))
  } else if kind == "decision" {
    block(width: 100%, above: 1.2em, below: 1.2em, inset: (left: 12pt, y: 3pt), stroke: (left: 3pt + ink), {
      par(strong(block-of.verb))
      render(block-of.blocks)
      if block-of.clauses.len() > 0 {
        block(above: gap, below: gap, enum(
          ..block-of.clauses.map(clause => enum.item(clause.number, { place-of(clause); running(clause.text) })),
        ))
      }
      if value(block-of, "reason") != none { par({ strong[Reason: ]; block-of.reason }) }
      if block-of.after.len() > 0 { par(running(block-of.after)) }
    })
  } else if kind == "page break" {
    pagebreak(weak: true)
  }
}

#if value(doc, "kicker") != none { par(text(weight: "bold", fill: ink, doc.kicker)) } else { par(text(weight: "bold", fill: ink, doc.council)) }
#heading(level: 1, doc.title)
#if value(doc, "lead") != none { par(text(size: if large { 20pt } else { 12.5pt }, doc.lead)) }
#if doc.facts.len() > 0 { facts-of(doc.facts) }
#render(doc.blocks)

#context [#metadata(query(metadata).filter(each => type(each.value) == dictionary and "anchor" in each.value).map(each => (each.value.anchor, each.location().page()))) <places>]
`;
