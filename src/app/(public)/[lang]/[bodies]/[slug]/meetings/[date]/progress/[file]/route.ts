import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { progressDocument } from "@/server/documents/progress-document";
import { getProgressReport } from "@/server/progress/queries";
import { inTree, publicDocument } from "../../../../../../../_lib/public-document";

type Address = { lang: string; bodies: string; slug: string; date: string; file: string };

const serve = publicDocument<Address>("progress", async (site, { bodies, slug, date }) => {
  const progress = await getProgressReport(PUBLIC_SCOPE, { body: slug, meeting: date });
  const { meeting } = progress;
  inTree(bodies, meeting.body);
  return {
    document: progressDocument(site, progress),
    savedAs: `${meeting.body.shortName} ${meeting.date} progress on matters raised`,
  };
});

export { serve as GET, serve as HEAD };
