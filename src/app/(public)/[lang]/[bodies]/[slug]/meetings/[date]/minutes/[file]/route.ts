import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { minutesDocument } from "@/server/documents/minutes-document";
import { getMinutes } from "@/server/minutes/queries";
import { inTree, publicDocument } from "../../../../../../../_lib/public-document";

type Address = { lang: string; bodies: string; slug: string; date: string; file: string };

const serve = publicDocument<Address>("minutes", async (site, { bodies, slug, date }) => {
  const minutes = await getMinutes(PUBLIC_SCOPE, { body: slug, meeting: date }, date.slice(0, 10));
  inTree(bodies, minutes.body);
  return { document: minutesDocument(site, minutes), savedAs: `${minutes.body.shortName} ${minutes.meeting.date}` };
});

export { serve as GET, serve as HEAD };
