import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { findChromium } from "../../scripts/chromium.mjs";
import { crawl } from "./support/crawl";
import { signInOf, stateOf, type Who } from "./support/people";
import { reachedIn } from "./support/reached";
import { samplePages } from "./support/samples";

// npm run screenshots: pictures of every page of a running demonstration, to be looked at. Nothing is compared.
const baseURL = process.env.E2E_BASE_URL ?? `http://localhost:${process.env.PORT ?? 3000}`;
process.env.E2E_BASE_URL = baseURL;
process.env.SCRUTINEER_STATE ??= ".data";

const FOLDER = process.env.SCREENSHOTS ?? join("test-results", "screens");
const WIDTHS = [1280, 390];
/** Whose offices are worth a look: the ones that differ. */
const OFFICES: readonly Who[] = ["democraticServices", "officer", "chair", "member", "administrator"];
/** Shown in dark as well. */
const DARK = /^\/$|meetings\/2016-10-11$|^\/office$|^\/office\/programme\/[^/]+$|^\/topics\/co-production/;

const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: ["--no-sandbox", "--disable-background-networking"],
});
try {
  const only = process.argv[2] ? new RegExp(process.argv[2]) : /./;
  for (const who of [null, ...OFFICES]) {
    if (who) await signIn(browser, who);
    const pages = samplePages(reachedIn(await crawl(who))).filter((path) => only.test(path));
    if (who === null && only.test("/none")) pages.push("/none");
    for (const path of pages) await shoot(browser, who, path);
  }
} finally {
  await browser.close();
}

async function signIn(browser: Browser, who: Who): Promise<void> {
  const page = await browser.newPage({ baseURL });
  const { email, password } = signInOf(who);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/office");
  await page.context().storageState({ path: stateOf(who) });
  await page.close();
}

async function shoot(browser: Browser, who: Who | null, path: string): Promise<void> {
  for (const colorScheme of DARK.test(path) ? (["light", "dark"] as const) : (["light"] as const)) {
    const page = await browser.newPage({
      baseURL,
      colorScheme,
      ...(who && { storageState: stateOf(who) }),
    });
    await page.goto(path);
    for (const width of WIDTHS) await save(page, { width, who, path, colorScheme });
    await page.close();
  }
}

type Shot = { width: number; who: Who | null; path: string; colorScheme: "light" | "dark" };

async function save(page: Page, { width, who, path, colorScheme }: Shot): Promise<void> {
  const folder = join(FOLDER, who ?? "public");
  mkdirSync(folder, { recursive: true });
  const name = path === "/" ? "home" : path.slice(1).replace(/[^a-z0-9]+/gi, "-");
  await page.setViewportSize({ width, height: 900 });
  const file = join(folder, `${name}-${width}${colorScheme === "dark" ? "-dark" : ""}.png`);
  await page.screenshot({ path: file, fullPage: true });
  console.log(file);
}
