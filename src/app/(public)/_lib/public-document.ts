import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { type Addressed, treeOf } from "@/domain/bodies/body-address";
import type { DocumentKind } from "@/domain/documents/document-file";
import { getSite, type Site } from "@/server/council/queries";
import { type FoundDocument, serveDocument } from "@/server/documents/door";
import { notFound } from "@/server/errors";

type Address = { lang: string; file: string };

/** Answers GET and HEAD for the files of a public page: beside it, from the same queries, for the public whoever asks. */
export function publicDocument<Params extends Address>(
  kind: DocumentKind,
  read: (site: Site, address: Params) => Promise<FoundDocument>,
) {
  return async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    const address = await params;
    return serveDocument({
      request,
      kind,
      file: address.file,
      isPublic: true,
      read: async () => {
        if (isUnaskable(address)) throw notFound();
        return read(await getSite(PUBLIC_SCOPE), address);
      },
    });
  };
}

/** A body's pages are in one of two trees, and nowhere else. @throws ExpectedError "not-found" */
export function inTree(tree: string, body: Addressed): void {
  if (tree !== treeOf(body.kind)) throw notFound();
}

/** PostgreSQL takes no NUL in a text, and no record has one in its address. */
const isUnaskable = ({ lang, ...address }: Address): boolean =>
  lang !== "en" || JSON.stringify(address).includes("\\u0000");
