import type { Person } from "@/domain/access/actor";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import type { DocumentKind } from "@/domain/documents/document-file";
import { requirePerson } from "@/server/auth/session";
import { getSite, type Site } from "@/server/council/queries";
import { type FoundDocument, serveDocument } from "@/server/documents/door";
import { notFound } from "@/server/errors";

/** Answers GET and HEAD for the files of an office page: from the same queries, for whoever is signed in, kept by nobody. */
export function officeDocument<Params extends { file: string }>(
  kind: DocumentKind,
  read: (person: Person, site: Site, address: Params) => Promise<FoundDocument>,
) {
  return async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    const person = await requirePerson();
    const address = await params;
    return serveDocument({
      request,
      kind,
      file: address.file,
      isPublic: false,
      read: async () => {
        // PostgreSQL takes no NUL in a text, and no record has one in its address.
        if (JSON.stringify(address).includes("\\u0000")) throw notFound();
        return read(person, await getSite(PUBLIC_SCOPE), address);
      },
    });
  };
}
