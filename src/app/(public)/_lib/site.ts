import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/_lib/or-not-found";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { getSite, type Site } from "@/server/council/queries";

/** The council, its clock and its calendar, read once a rendering. */
export const site = cache((): Promise<Site> => orNotFound(getSite(PUBLIC_SCOPE)));

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
