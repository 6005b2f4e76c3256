import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { programmeDocument } from "@/server/documents/programme-document";
import { getProgramme } from "@/server/programme/published-programme";
import { inTree, publicDocument } from "../../../../../_lib/public-document";

type Address = { lang: string; bodies: string; slug: string; file: string };

const serve = publicDocument<Address>("work-programme", async (site, { bodies, slug }) => {
  const shown = await getProgramme(PUBLIC_SCOPE, slug, site.clock.date);
  inTree(bodies, shown.body);
  return { document: programmeDocument(site, shown), savedAs: shown.body.shortName };
});

export { serve as GET, serve as HEAD };
