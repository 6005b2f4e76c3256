import { placeholderFor } from "@/domain/papers/paper";
import type { ReportPage } from "@/server/reports/queries";
import { Empty } from "@/ui/empty";

/** What stands for the text of a report where it is not open to the reader, or is not here as a page. */
export function ReportWithheld({ report: { paper } }: { report: ReportPage }) {
  const shut = paper && !paper.file ? placeholderFor(paper) : null;
  return shut ? (
    <Empty what={`${shut.heading}.`}>
      {shut.meaning} {shut.reason}
    </Empty>
  ) : (
    <Empty what="The text of this report is not on record as a page.">
      {paper?.file ? "It can be read as a file." : "Only its title is known."}
    </Empty>
  );
}
