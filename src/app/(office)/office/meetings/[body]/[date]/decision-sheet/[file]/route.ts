import { getDecisionSheets } from "@/server/decision-sheets/queries";
import { decisionSheetDocument } from "@/server/documents/decision-sheet-document";
import { notFound } from "@/server/errors";
import { officeDocument } from "../../../../../../_lib/office-document";

type Address = { body: string; date: string; file: string };

const serve = officeDocument<Address>("decision-sheet", async (person, site, { body, date }) => {
  const { meeting, issued } = await getDecisionSheets(person, { body, meeting: date });
  const [last] = issued;
  if (!last) throw notFound();
  return {
    document: decisionSheetDocument(site, { meeting, lines: last.lines }),
    savedAs: `${meeting.body.shortName} ${meeting.date} decisions`,
  };
});

export { serve as GET, serve as HEAD };
