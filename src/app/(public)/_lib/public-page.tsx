import type { Metadata } from "next";
import { unstable_rethrow } from "next/navigation";
import type { ReactNode } from "react";
import { site } from "@/app/_lib/site";
import { failed } from "@/server/log";
import { BrokenPage } from "./broken-page";
import { inLanguage } from "./language";
import { NoSuchPage } from "./no-such-page";

type Address = { lang: string };
type Props<Params> = { params: Promise<Params> };

/**
 * A public page, by what its address says. Next answers a page that throws notFound(), or breaks, with a shell that scripts must
 * fill in; so that the page is there without them, it is rendered like any other, and the cache handler sees to its status.
 */
export function publicPage<Params extends Address>(render: (address: Params) => Promise<ReactNode>) {
  return async ({ params }: Props<Params>): Promise<ReactNode> => {
    try {
      return await render(await inLanguage(params));
    } catch (error) {
      if (!hasCacheHandler) throw error;
      if (isNotFound(error)) return <NoSuchPage />;
      unstable_rethrow(error);
      const reference = crypto.randomUUID().slice(0, 8);
      failed(error, { reference, path: JSON.stringify(await params) });
      return <BrokenPage reference={reference} />;
    }
  };
}

/** The metadata of such a page; its title ends in whose site it is. */
export function publicMetadata<Params extends Address>(headOf: (address: Params) => Promise<Metadata>) {
  return async ({ params }: Props<Params>): Promise<Metadata> => {
    try {
      const { title, ...head } = await headOf(await inLanguage(params));
      return { ...head, title: { absolute: `${title} – ${await whose()}` } };
    } catch (error) {
      if (!hasCacheHandler) throw error;
      if (isNotFound(error))
        return { title: { absolute: `Page not found – ${await whose()}` }, robots: { index: false } };
      unstable_rethrow(error);
      return { title: { absolute: "This page could not be shown" }, robots: { index: false } };
    }
  };
}

const whose = async () => `${(await site()).council.name} scrutiny`;

/** `next dev` keeps no pages, so nobody would set the status there. */
const hasCacheHandler = process.env.NODE_ENV === "production";

/** What notFound() throws. */
const isNotFound = (error: unknown) =>
  error instanceof Error && "digest" in error && error.digest === "NEXT_HTTP_ERROR_FALLBACK;404";
