import type { Page } from "@playwright/test";
import type { Who } from "../people";
import type { As } from "../test";

const PARTS = {
  resident: null,
  helen: "democraticServices",
  kate: "member",
  david: "chair",
  sally: "otherOfficer",
  paul: "officer",
  director: "director",
  support: "cabinetSupport",
  administrator: "administrator",
} as const satisfies Record<string, Who | null>;

/** The browser of everybody who takes part, each under the name of who they are in the demonstration council. */
export type Cast = Record<keyof typeof PARTS, Page>;

/** Opens a browser for everybody, without script: a form says whole what it sends only where no script has taken it over. */
export async function gather(as: As): Promise<Cast> {
  const parts = Object.entries(PARTS) as [keyof Cast, Who | null][];
  const pages = parts.map(async ([part, who]) => [part, await as(who, { javaScriptEnabled: false })] as const);
  return Object.fromEntries(await Promise.all(pages)) as Cast;
}
