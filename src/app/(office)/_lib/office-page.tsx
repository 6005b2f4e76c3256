import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, unstable_rethrow } from "next/navigation";
import type { ReactNode } from "react";
import type { Person } from "@/domain/access/actor";
import { ADDRESS_HEADER } from "@/server/auth/came-from";
import { requirePerson } from "@/server/auth/session";
import { answerWith, wordLeft } from "@/server/http/exchange";
import { failed } from "@/server/log";
import { BrokenPage } from "./broken-page";
import { NoSuchPage } from "./no-such-page";
import { Overtaken } from "./overtaken";

type Asked = { [name: string]: string | string[] | undefined };
type Props<Params> = { params: Promise<Params>; searchParams: Promise<Asked> };

/**
 * A page of the office: for whoever is signed in, by what its address says. What is not there, or not open to them, and what
 * breaks get a whole page as well, with the status that belongs to it; Next would send a shell that scripts must fill in.
 */
export function officePage<Params = Record<never, never>>(
  render: (person: Person, address: Params, asked: Asked) => Promise<ReactNode>,
) {
  return async ({ params, searchParams }: Props<Params>): Promise<ReactNode> => {
    const person = await requirePerson();
    try {
      const address = await params;
      if (isUnaskable(address)) notFound();
      const page = await render(person, address, await searchParams);
      const word = wordLeft();
      // The page stands in the same place either way: by that a form sent without script finds what came of it.
      return (
        <>
          {word ? <Overtaken>{word}</Overtaken> : null}
          {page}
        </>
      );
    } catch (error) {
      if (isNotFound(error)) {
        answerWith(404);
        return <NoSuchPage />;
      }
      unstable_rethrow(error);
      const reference = crypto.randomUUID().slice(0, 8);
      failed(error, { reference, path: (await headers()).get(ADDRESS_HEADER)?.split("?")[0] });
      answerWith(500);
      return <BrokenPage reference={reference} />;
    }
  };
}

/** The metadata of such a page, where it depends on what the address says. */
export function officeMetadata<Params>(headOf: (person: Person, address: Params) => Promise<Metadata>) {
  return async ({ params }: Pick<Props<Params>, "params">): Promise<Metadata> => {
    const person = await requirePerson();
    try {
      const address = await params;
      if (isUnaskable(address)) notFound();
      return await headOf(person, address);
    } catch (error) {
      if (isNotFound(error)) return { title: "Page not found" };
      unstable_rethrow(error);
      return {}; // the page breaks by the same, and says so
    }
  };
}

/** PostgreSQL takes no NUL in a text, and no record has one in its address. */
const isUnaskable = (address: unknown): boolean => JSON.stringify(address ?? null).includes("\\u0000");

/** What notFound() throws. */
const isNotFound = (error: unknown) =>
  error instanceof Error && "digest" in error && error.digest === "NEXT_HTTP_ERROR_FALLBACK;404";
