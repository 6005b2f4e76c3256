/**
 * A council's crest is a drawing in one colour, which the pages fill with their ink. It comes from outside and is served by us, so it is
 * not cleaned of what is dangerous but written anew from what a drawing needs: shapes, their numbers, and nothing else.
 */
const SHAPES = ["svg", "g", "path", "circle", "ellipse", "rect", "line", "polygon", "polyline"];
const NUMBERS = [
  "viewBox", "width", "height", "d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "transform",
  "fill", "fill-rule", "clip-rule", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit",
]; // biome-ignore format: one list
/** What drawing programs add and no drawing needs: left out with everything in it. */
const LEFT_OUT = ["title", "desc", "metadata", "defs", "namedview"];
const LONGEST = 200_000;

const PIECE =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*>|<(\/?)([A-Za-z][\w:.-]*)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>|[^<]+|</g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** Numbers, commands of a path, names of transforms and colours; no quote, no address, no function that fetches. */
const HARMLESS = /^(?!.*url)[\w\s.,#%()+-]*$/i;

export type CrestRead = { svg: string } | { problem: string };

/** Goes in: an SVG file as text. Comes out: the drawing written anew, or a sentence on what keeps it from being one. */
export function readCrest(given: string): CrestRead {
  if (given.length > LONGEST) return { problem: "Give a smaller drawing: this one is over 200 kB." };
  const open: string[] = [];
  let leftOut: string | null = null;
  let shapes = 0;
  let svg = "";
  for (const [piece, closes = "", named = "", attributes = "", empty = ""] of given.matchAll(PIECE)) {
    if (!named) {
      if (piece === "<") return { problem: "Give an SVG drawing: this is not one that can be read." };
      continue; // words, comments and declarations draw nothing
    }
    const name = named.includes(":") ? (named.split(":")[1] ?? named) : named;
    if (leftOut) {
      if (closes && named === leftOut) leftOut = null;
      continue;
    }
    if (LEFT_OUT.includes(name)) {
      if (!closes && !empty) leftOut = named;
      continue;
    }
    if (!SHAPES.includes(name))
      return {
        problem: `Take “${name}” out of the drawing: a crest is made of shapes, and is filled with one colour.`,
      };
    if (closes) {
      if (open.pop() !== name) return { problem: "Give an SVG drawing: its parts are not closed in order." };
      svg += `</${name}>`;
      continue;
    }
    if ((name === "svg") !== (open.length === 0 && svg === "")) return { problem: "Give one SVG drawing." };
    const kept = [...attributes.matchAll(ATTRIBUTE)].flatMap(([, key = "", double, single]) => {
      const value = double ?? single ?? "";
      return NUMBERS.includes(key) && HARMLESS.test(value) ? [` ${key}="${value}"`] : [];
    });
    if (name === "svg" && !kept.some((one) => one.startsWith(" viewBox")))
      return { problem: "Give the drawing a viewBox, so that it can be shown at any size." };
    if (name !== "svg" && name !== "g") shapes += 1;
    svg += `<${name}${name === "svg" ? ' xmlns="http://www.w3.org/2000/svg"' : ""}${kept.join("")}${empty ? "/" : ""}>`;
    if (!empty) open.push(name);
  }
  if (open.length > 0 || leftOut || !svg) return { problem: "Give an SVG drawing: this is not a whole one." };
  if (shapes === 0) return { problem: "Give a drawing with a shape in it: this one is empty." };
  return { svg };
}
