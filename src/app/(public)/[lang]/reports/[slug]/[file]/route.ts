import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { reportDocument } from "@/server/documents/report-document";
import { getReport } from "@/server/reports/queries";
import { publicDocument } from "../../../../_lib/public-document";

const serve = publicDocument<{ lang: string; slug: string; file: string }>("report", async (site, { slug }) => {
  const report = await getReport(PUBLIC_SCOPE, slug);
  return { document: reportDocument(site, report), savedAs: report.title };
});

export { serve as GET, serve as HEAD };
