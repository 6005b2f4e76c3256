/**
 * A council gives one colour. From it come five values that always read, worked out once, when the settings are saved.
 * The colour space is OKLCH, where lightness and hue can be moved apart; contrast is the ratio of WCAG 2.
 */

/** A colour as six hexadecimal digits, "#0f4c5c". */
export type HexColour = `#${string}`;

/** What is stored for a council. Every value is a HexColour. */
export interface Brand {
  /** Fill of the band and of the primary button, on a light page. */
  readonly brand: HexColour;
  /** Text on that fill: black or white, whichever contrasts more, and so never below √21 = 4.58. */
  readonly onBrand: HexColour;
  /** The brand as line or text on a light page. */
  readonly brandInk: HexColour;
  /** Fill, line and text on a dark page. */
  readonly darkBrand: HexColour;
  /** Text on the dark page's fill. */
  readonly onDarkBrand: HexColour;
}

/** The least contrast of text (WCAG 2.2, success criterion 1.4.3). */
export const LEAST_CONTRAST = 4.5;

/** The darkest ground of the light page that carries brand ink (`--well`). */
export const LIGHT_GROUND: HexColour = "#f4f6f7";

/** The lightest ground of the dark page that carries brand ink (`--press`). */
export const DARK_GROUND: HexColour = "#252e38";

const BLACK: HexColour = "#000000";
const WHITE: HexColour = "#ffffff";
const LIGHTNESS_STEP = 0.01;
const CHROMA_STEP = 0.004;

/** True for "#0f4c5c". Three digits, names and transparency are refused: the settings page says so. */
export function isHexColour(text: string): text is HexColour {
  return /^#[0-9a-f]{6}$/i.test(text);
}

/** The five values for a council's colour. */
export function brandFrom(colour: HexColour): Brand {
  const brand = toHex(toRgb(colour));
  const darkBrand = readableOn(DARK_GROUND, brand, +LIGHTNESS_STEP);
  return {
    brand,
    onBrand: textOn(brand),
    brandInk: readableOn(LIGHT_GROUND, brand, -LIGHTNESS_STEP),
    darkBrand,
    onDarkBrand: textOn(darkBrand),
  };
}

/**
 * The stylesheet that carries a council's values, served from an address of its own with a version in it: the content
 * policy allows no style attributes. Only screens have colour; paper prints black. `crest` is the address of the
 * council's crest, a drawing in one colour.
 */
export function brandStylesheet(brand: Brand, crest?: string | undefined): string {
  const light = declarations(brand.brand, brand.onBrand, brand.brandInk);
  const dark = declarations(brand.darkBrand, brand.onDarkBrand, brand.darkBrand);
  return [
    crest === undefined ? "" : `:root{--crest:url("${encodeURI(crest).replace(/[()'\\]/g, encodeURIComponent)}")}`,
    `@media screen{:root{${light}}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${dark}}}`,
  ]
    .filter(Boolean)
    .join("\n");
}

/** WCAG 2's ratio, from 1 to 21. */
export function contrast(one: HexColour, other: HexColour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function declarations(brand: HexColour, onBrand: HexColour, brandInk: HexColour): string {
  return `--brand:${brand};--on-brand:${onBrand};--brand-ink:${brandInk}`;
}

/** Pure black or white: with any softer black the promise of 4.58 breaks for mid tones. */
function textOn(fill: HexColour): HexColour {
  return contrast(fill, WHITE) >= contrast(fill, BLACK) ? WHITE : BLACK;
}

/** The colour itself if it reads on the ground, or the nearest in lightness that does, of the same hue. */
function readableOn(ground: HexColour, colour: HexColour, step: number): HexColour {
  const { lightness, chroma, hue } = toOklch(colour);
  let found = colour;
  for (let moved = lightness + step; contrast(found, ground) < LEAST_CONTRAST; moved += step) {
    found = fitted(Math.min(1, Math.max(0, moved)), chroma, hue);
  }
  return found;
}

/** The colour of this lightness and hue, with its chroma reduced until a screen can show it. */
function fitted(lightness: number, chroma: number, hue: number): HexColour {
  let reduced = chroma;
  let colour = fromOklch(lightness, reduced, hue);
  while (reduced > 0 && !isInGamut(colour)) {
    reduced = Math.max(0, reduced - CHROMA_STEP);
    colour = fromOklch(lightness, reduced, hue);
  }
  return toHex(colour);
}

/** Red, green and blue from 0 to 1, as encoded for a screen. */
type Rgb = readonly [number, number, number];

function isInGamut(colour: Rgb): boolean {
  return colour.every((part) => part >= -0.0001 && part <= 1.0001);
}

function toRgb(colour: HexColour): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

function toHex(colour: Rgb): HexColour {
  const digits = (part: number) =>
    Math.round(Math.min(1, Math.max(0, part)) * 255)
      .toString(16)
      .padStart(2, "0");
  return `#${colour.map(digits).join("")}`;
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function encoded(part: number): number {
  return part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055;
}

function luminance(colour: HexColour): number {
  const [r, g, b] = toRgb(colour);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/* The matrices below are those of the definition of Oklab (Björn Ottosson, 2020), as CSS Color 4 uses them. */

function toOklch(colour: HexColour): { lightness: number; chroma: number; hue: number } {
  const [r, g, b] = toRgb(colour).map(linear) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  const greenRed = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const blueYellow = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { lightness, chroma: Math.hypot(greenRed, blueYellow), hue: Math.atan2(blueYellow, greenRed) };
}

function fromOklch(lightness: number, chroma: number, hue: number): Rgb {
  const greenRed = chroma * Math.cos(hue);
  const blueYellow = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * greenRed + 0.2158037573 * blueYellow) ** 3;
  const m = (lightness - 0.1055613458 * greenRed - 0.0638541728 * blueYellow) ** 3;
  const s = (lightness - 0.0894841775 * greenRed - 1.291485548 * blueYellow) ** 3;
  return [
    encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encoded(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}
