import { notFound } from "next/navigation";

/** The languages that pages are written in. Welsh can follow. */
const LANGUAGES: readonly string[] = ["en"];

/** PostgreSQL takes no NUL in a text, and no record has one in its address. */
const isUnaskable = (address: object): boolean => JSON.stringify(address).includes("\\u0000");

/** What a page's address says; an address in a language that there is not leads nowhere. */
export async function inLanguage<Params extends { lang: string }>(params: Promise<Params>): Promise<Params> {
  const known = await params;
  if (!LANGUAGES.includes(known.lang) || isUnaskable(known)) notFound();
  return known;
}
