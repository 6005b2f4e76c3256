import type { ReactNode } from "react";

/**
 * Public pages are made when they are first asked for, so that a build needs no database, and kept until something changes: none of
 * them can read a cookie. The minute is said again in src/server/public-pages/cache-handler.mjs.
 */
export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];

export default function PublicLayout({ children }: { children: ReactNode }) {
  return children;
}
