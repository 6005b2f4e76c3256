import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { versionDocument } from "@/server/documents/proposal-document";
import { getLastVersion } from "@/server/scoping/queries";
import { publicDocument } from "../../../../_lib/public-document";

/** A proposal as it was last published: what is written in it since is nobody's yet. */
const serve = publicDocument<{ lang: string; id: string; file: string }>("proposal", async (site, { id }) => {
  const version = await getLastVersion(PUBLIC_SCOPE, id);
  return { document: versionDocument(site, version), savedAs: version.content.title };
});

export { serve as GET, serve as HEAD };
