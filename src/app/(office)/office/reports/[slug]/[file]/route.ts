import { readScope } from "@/domain/access/read-scope";
import { recordRestrictedViews } from "@/server/access/restricted-views";
import { reportDocument } from "@/server/documents/report-document";
import { getReport } from "@/server/reports/queries";
import { officeDocument } from "../../../../_lib/office-document";

const serve = officeDocument<{ slug: string; file: string }>("report", async (person, site, { slug }) => {
  const report = await getReport(readScope(person), slug);
  const restricted = report.isRestricted ? [report.id] : [];
  return {
    document: reportDocument(site, report),
    savedAs: report.title,
    beforeShown: () => recordRestrictedViews(person.personId, "report", restricted),
  };
});

export { serve as GET, serve as HEAD };
