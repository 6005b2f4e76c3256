import type { Metadata } from "next";
import type { ReactNode } from "react";
import { site } from "../_lib/site";

/**
 * Public pages are made when they are first asked for, so that a build needs no database, and kept until something changes: none of
 * them can read a cookie. The minute is said again in src/server/public-pages/cache-handler.mjs.
 */
export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];

export async function generateMetadata(): Promise<Metadata> {
  const { council } = await site();
  const whose = `${council.name} scrutiny`;
  return { title: { template: `%s – ${whose}`, default: whose }, applicationName: whose };
}

export default function PublicLayout({ children }: { children: ReactNode }) {
  return children;
}
