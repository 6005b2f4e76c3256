import { describe, expect, test } from "vitest";
import {
  brandFrom,
  brandStylesheet,
  contrast,
  DARK_GROUND,
  type HexColour,
  isHexColour,
  LEAST_CONTRAST,
  LIGHT_GROUND,
} from "./brand.ts";

describe("the five values of a council's colour", () => {
  test.each<[string, HexColour, HexColour, HexColour, HexColour, HexColour]>([
    ["petrol", "#0f4c5c", "#ffffff", "#0f4c5c", "#669eb0", "#000000"],
    ["navy", "#0b1f3a", "#ffffff", "#0b1f3a", "#7e97b9", "#000000"],
    ["scarlet", "#d4111b", "#ffffff", "#d4111b", "#fd6055", "#000000"],
    ["yellow", "#ffd400", "#000000", "#846d08", "#ffd400", "#000000"],
    ["mid grey", "#777777", "#000000", "#717171", "#959595", "#000000"],
    ["white", "#ffffff", "#000000", "#717171", "#ffffff", "#000000"],
  ])("%s", (_name, brand, onBrand, brandInk, darkBrand, onDarkBrand) => {
    expect(brandFrom(brand)).toEqual({ brand, onBrand, brandInk, darkBrand, onDarkBrand });
  });

  test("read on their grounds, whatever the colour", () => {
    const lowest = { onBrand: 21, brandInk: 21, darkBrand: 21, onDarkBrand: 21 };
    for (const colour of everyColourInSteps(17)) {
      const values = brandFrom(colour);
      lowest.onBrand = Math.min(lowest.onBrand, contrast(values.onBrand, values.brand));
      lowest.brandInk = Math.min(lowest.brandInk, contrast(values.brandInk, LIGHT_GROUND));
      lowest.darkBrand = Math.min(lowest.darkBrand, contrast(values.darkBrand, DARK_GROUND));
      lowest.onDarkBrand = Math.min(lowest.onDarkBrand, contrast(values.onDarkBrand, values.darkBrand));
    }
    for (const ratio of Object.values(lowest)) {
      expect(ratio).toBeGreaterThanOrEqual(LEAST_CONTRAST);
    }
    expect(lowest.onBrand).toBeGreaterThanOrEqual(4.58);
  });

  test("capitals make no difference", () => {
    expect(brandFrom("#0F4C5C")).toEqual(brandFrom("#0f4c5c"));
  });
});

describe("what a settings page may take for a colour", () => {
  test.each(["#0f4c5c", "#FFD400"])("%s", (text) => expect(isHexColour(text)).toBe(true));
  test.each(["0f4c5c", "#fff", "#0f4c5c80", "teal", "", "#0f4c5g", "#000000;}"])("not %j", (text) =>
    expect(isHexColour(text)).toBe(false),
  );
});

describe("the stylesheet of a council", () => {
  const petrol = brandFrom("#0f4c5c");

  test("carries the values for light and dark, on screens only", () => {
    expect(brandStylesheet(petrol)).toBe(
      [
        "@media screen{:root{--brand:#0f4c5c;--on-brand:#ffffff;--brand-ink:#0f4c5c}}",
        "@media screen and (prefers-color-scheme:dark){:root{--brand:#669eb0;--on-brand:#000000;--brand-ink:#669eb0}}",
      ].join("\n"),
    );
  });

  test("names the crest, on paper too", () => {
    expect(brandStylesheet(petrol, "/crest/3.svg")).toMatch(/^:root\{--crest:url\("\/crest\/3\.svg"\)\}\n/);
  });

  test("an address cannot leave its quotes", () => {
    expect(brandStylesheet(petrol, '/x") } body { display: none')).not.toMatch(/x"\)/);
  });
});

/** The sRGB cube in steps: 17 gives 16 values a channel, 4,096 colours. */
function* everyColourInSteps(step: number): Generator<HexColour> {
  const hex = (part: number) => part.toString(16).padStart(2, "0");
  for (let r = 0; r <= 255; r += step) {
    for (let g = 0; g <= 255; g += step) {
      for (let b = 0; b <= 255; b += step) {
        yield `#${hex(r)}${hex(g)}${hex(b)}`;
      }
    }
  }
}
