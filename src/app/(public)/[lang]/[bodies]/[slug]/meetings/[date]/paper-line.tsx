import { type Addressed, minutesAddress } from "@/domain/bodies/body-address";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { PAPER_KINDS, placeholderFor } from "@/domain/papers/paper";
import type { PaperListing } from "@/server/meetings/queries";
import { Gap } from "@/ui/gap";
import { AwaitedPaper, PaperRow, ShutPaper } from "@/ui/paper";
import { dayWords } from "../../../../../_lib/day";
import { fileLabel } from "../../../../../_lib/file-label";

/** A paper under its item: its page and its file, or its place and the reason why it is not here. */
export function PaperLine({
  paper,
  minutesOf,
  publishedAt,
  today,
}: {
  paper: PaperListing;
  minutesOf: { body: Addressed; slug: string; date: string; hasMinutes: boolean } | null;
  publishedAt: Date | null;
  today: PlainDate;
}) {
  if (paper.takenDownAt) {
    return <ShutPaper title={paper.title} why={`Taken down on ${dayWords(paper.takenDownAt, today)}.`} />;
  }
  const shut = placeholderFor(paper);
  if (shut) {
    const why = [
      `${shut.heading}.`,
      shut.meaning,
      paper.pageFrom === null ? "" : "Its pages are numbered and left blank in the public pack.",
    ];
    return (
      <ShutPaper
        title={paper.title}
        why={why.filter(Boolean).join(" ")}
        reason={shut.reason && (paper.publicInterest ? shut.reason : <Gap>{shut.reason}</Gap>)}
      />
    );
  }

  const page = paper.report ? `/reports/${paper.report.slug}` : undefined;
  const minutes =
    paper.kind === "minutes" && minutesOf?.hasMinutes ? minutesAddress(minutesOf.body, minutesOf) : undefined;
  const file = paper.file && { href: `/papers/${paper.file.id}`, label: fileLabel(paper.file) };
  const href = page ?? minutes ?? file?.href;
  const meta = metaWords(paper, publishedAt, today);
  if (href === undefined) return <AwaitedPaper title={paper.title} meta={`${meta}. Its file is not here yet.`} />;
  const title = minutes && minutesOf ? `Minutes of ${formatDate(minutesOf.date)}` : paper.title;
  return <PaperRow title={title} href={href} meta={meta} file={file && file.href !== href ? file : undefined} />;
}

/** "Report, Director for Children’s Services · pages 41 to 48 · added 3 October" */
function metaWords(paper: PaperListing, publishedAt: Date | null, today: PlainDate): string {
  const kind = PAPER_KINDS[paper.kind];
  const said = [kind.charAt(0).toUpperCase() + kind.slice(1)];
  if (paper.byAsPrinted) said.push(paper.byAsPrinted);
  if (paper.kind === "scoping_proposal") {
    said.push(paper.proposal?.leadMember ? `lead member ${paper.proposal.leadMember.name}` : "no lead member named");
  }
  const facts = [said.join(", ")];
  if (paper.openSince && publishedAt && paper.openSince > publishedAt) {
    facts.push(`${paper.replacesId ? "replaced" : "added"} ${dayWords(paper.openSince, today)}`);
  }
  return facts.join(" · ");
}
