import type { ComponentType, ReactNode } from "react";
import { createElement } from "react";
import { prerender } from "react-dom/static";
import { watched } from "./watched-queries";

type Page = {
  default: (props: { params: Promise<never> }) => Promise<ReactNode>;
  generateMetadata?: (props: { params: Promise<never> }) => Promise<{ title?: unknown }>;
};

export type Rendered = { html: string; text: string; title: unknown; queries: readonly string[] };

const login = (address: string | undefined) => decodeURIComponent(new URL(address ?? "").username);

/**
 * Renders a public page as a request does: its metadata and itself, in one rendering.
 * @param page the module of its page.tsx
 * @param params what its address says
 * @throws where anything was asked with another login than the public one
 */
export async function renderPage(page: Page, params: Record<string, string>): Promise<Rendered> {
  const props = { params: Promise.resolve({ lang: "en", ...params }) as Promise<never> };
  const { result, sent } = await watched(async () => {
    const [metadata, { prelude }] = await Promise.all([
      page.generateMetadata?.(props),
      prerender(createElement(page.default as unknown as ComponentType<typeof props>, props)),
    ]);
    return { html: await new Response(prelude).text(), title: metadata?.title };
  });
  const publicLogin = login(process.env.DATABASE_PUBLIC_URL);
  const strangers = sent.filter((each) => each.login !== publicLogin);
  if (strangers.length > 0) throw new Error(`Asked as ${strangers[0]?.login}: ${strangers[0]?.sql}`);
  return { ...result, text: textOf(result.html), queries: sent.map(({ sql }) => sql) };
}

/** What a reader reads, in one line. */
const textOf = (html: string): string =>
  html
    .replace(/<!--.*?-->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .replace(/ ([.,;:])/g, "$1");
