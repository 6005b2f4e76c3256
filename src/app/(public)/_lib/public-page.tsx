import type { Metadata } from "next";
import type { ReactNode } from "react";
import { NoSuchPage } from "./no-such-page";
import { inLanguage } from "./site";

type Address = { lang: string };
type Props<Params> = { params: Promise<Params> };

/**
 * A public page, by what its address says. Next answers a page that throws notFound() with a shell that scripts must fill in; so
 * that the page is there without them, it is rendered like any other, and the cache handler sees to its status.
 */
export function publicPage<Params extends Address>(render: (address: Params) => Promise<ReactNode>) {
  return async ({ params }: Props<Params>): Promise<ReactNode> => {
    try {
      return await render(await inLanguage(params));
    } catch (error) {
      if (isNotFound(error) && hasCacheHandler) return <NoSuchPage />;
      throw error;
    }
  };
}

/** The metadata of such a page. */
export function publicMetadata<Params extends Address>(headOf: (address: Params) => Promise<Metadata>) {
  return async ({ params }: Props<Params>): Promise<Metadata> => {
    try {
      return await headOf(await inLanguage(params));
    } catch (error) {
      if (isNotFound(error) && hasCacheHandler) return { title: "Page not found", robots: { index: false } };
      throw error;
    }
  };
}

/** `next dev` keeps no pages, so nobody would set the status there. */
const hasCacheHandler = process.env.NODE_ENV === "production";

/** What notFound() throws. */
const isNotFound = (error: unknown) =>
  error instanceof Error && "digest" in error && error.digest === "NEXT_HTTP_ERROR_FALLBACK;404";
