import { fileLabel } from "@/app/_lib/file-label";
import { placeholderFor } from "@/domain/papers/paper";
import type { ReportPage } from "@/server/reports/queries";
import { Gap } from "@/ui/gap";
import { AwaitedPaper, PaperRow, Papers, ShutPaper } from "@/ui/paper";

type Appendix = NonNullable<ReportPage["item"]>["appendices"][number];

/** What lies with the report under its item, with the place of what is kept from the public. */
export function Appendices({ appendices }: { appendices: readonly Appendix[] }) {
  return (
    <Papers>
      {appendices.map((appendix) => (
        <AppendixLine key={appendix.id} appendix={appendix} />
      ))}
    </Papers>
  );
}

function AppendixLine({ appendix }: { appendix: Appendix }) {
  if (appendix.takenDownAt) return <ShutPaper title={appendix.title} why="Taken down." />;
  const shut = placeholderFor(appendix);
  // A reader who is given the file is entitled to it; the public never is.
  if (shut && !appendix.file) {
    return (
      <ShutPaper
        title={appendix.title}
        why={`${shut.heading}. ${shut.meaning}`}
        reason={shut.reason && (appendix.publicInterest ? shut.reason : <Gap>{shut.reason}</Gap>)}
      />
    );
  }
  return appendix.file ? (
    <PaperRow title={appendix.title} href={`/papers/${appendix.file.id}`} meta={fileLabel(appendix.file)} />
  ) : (
    <AwaitedPaper title={appendix.title} meta="Its file is not here yet." />
  );
}
