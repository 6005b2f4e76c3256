import { expect, test } from "vitest";
import { readCrest } from "./crest";

const drawing = (inside: string, head = 'viewBox="0 0 10 10"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${head}>${inside}</svg>`;
const CLEAN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0L10 10z"/></svg>';

test("a drawing is written anew from its shapes and their numbers", () => {
  expect(
    readCrest(
      `<?xml version="1.0"?><!-- made by --> ${drawing("<title>Arms</title><path d='M0 0L10 10z' id='a' onclick='x()'/>")}`,
    ),
  ).toEqual({ svg: CLEAN });
  expect(
    readCrest(drawing('<metadata><rdf:RDF><script>x</script></rdf:RDF></metadata><path d="M0 0L10 10z"/>')),
  ).toEqual({ svg: CLEAN });
});

test.each([
  ["a script", "<script>alert(1)</script>"],
  ["a page", "<foreignObject><body/></foreignObject>"],
  ["a picture", '<image href="https://example.org/x.png"/>'],
  ["a link", '<a href="javascript:x"><path d="M0 0"/></a>'],
  ["a use of something elsewhere", '<use href="https://example.org/#x"/>'],
  ["an animation", '<animate attributeName="href"/>'],
  ["a style", "<style>@import 'x'</style>"],
])("%s is refused by name", (_, inside) => {
  expect(readCrest(drawing(inside))).toEqual({ problem: expect.stringContaining("Take “") });
});

test("what fetches, and what only looks like an attribute, is left out", () => {
  for (const attribute of [
    'fill="url(https://example.org)"',
    "fill='URL(#a)'",
    'style="fill:url(x)"',
    'xlink:href="x"',
    'onload="x"',
    'd="M0&#34;"',
  ])
    expect(readCrest(drawing(`<rect width="3" ${attribute}/>`))).toEqual({
      svg: expect.stringMatching(/<rect width="3"\/>/),
    });
});

test.each([
  ["nothing", ""],
  ["words", "a crest"],
  ["half a drawing", '<svg viewBox="0 0 1 1"><path d="M0 0"/>'],
  ["no shape", drawing("<g></g>")],
  ["no viewBox", drawing("<path d='M0 0'/>", "")],
  ["two drawings", drawing("<path d='M0 0'/>") + drawing("<path d='M0 0'/>")],
  ["a drawing in a drawing", drawing(drawing("<path d='M0 0'/>"))],
  ["parts that cross", drawing("<g><path d='M0 0'></g></path>")],
  ["a stray bracket", drawing("< <path d='M0 0'/>")],
  ["an entity", `<!DOCTYPE svg [<!ENTITY x "y">]>${drawing("<path d='M0 0'/>")}`],
  ["too much", drawing(`<path d="${"M0 0".repeat(60_000)}"/>`)],
])("%s is refused", (_, given) => {
  expect(readCrest(given)).toHaveProperty("problem");
});
