import { readScope } from "@/domain/access/read-scope";
import { progressDocument } from "@/server/documents/progress-document";
import { getProgressReport } from "@/server/progress/queries";
import { officeDocument } from "../../../../../../_lib/office-document";

type Address = { body: string; date: string; file: string };

const serve = officeDocument<Address>("progress", async (person, site, { body, date }) => {
  const progress = await getProgressReport(readScope(person), { body, meeting: date });
  const { meeting } = progress;
  return {
    document: progressDocument(site, progress),
    savedAs: `${meeting.body.shortName} ${meeting.date} progress on matters raised`,
  };
});

export { serve as GET, serve as HEAD };
