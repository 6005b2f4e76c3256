import { dayWords } from "@/app/_lib/day";
import { fileLabel } from "@/app/_lib/file-label";
import { type Addressed, bodyAddress, minutesAddress } from "@/domain/bodies/body-address";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { paperAnchor } from "@/domain/packs/paper-anchor";
import { PAPER_KINDS, placeholderFor } from "@/domain/papers/paper";
import type { PaperListing } from "@/server/meetings/queries";
import { Gap } from "@/ui/gap";
import { AwaitedPaper, PaperRow, ShutPaper } from "@/ui/paper";
import { Tag } from "@/ui/tag";
import { VisuallyHidden } from "@/ui/visually-hidden";

/** Where what a paper holds is read, and what can be done with it there: the office has pages of its own. */
export type PaperPlaces = {
  report: (slug: string) => string;
  minutes: (body: Addressed, meeting: { slug: string }) => string;
  progress?: ((body: Addressed, meeting: { slug: string }) => string) | undefined;
  proposal?: ((proposalId: string) => string) | undefined;
  takeDown?: ((paperId: string) => string) | undefined;
};

const IN_PUBLIC: PaperPlaces = {
  report: (slug) => `/reports/${slug}`,
  minutes: minutesAddress,
  // The public site has no page of a proposal: the form is read as the council prints it.
  proposal: (id) => `/scoping/${id}/proposal.pdf`,
};

/** A paper under its item: its page and its file, or its place and the reason why it is not here. */
export function PaperLine({
  paper,
  body,
  minutesOf,
  publishedAt,
  today,
  pages,
  places = IN_PUBLIC,
}: {
  paper: PaperListing;
  body: Addressed;
  minutesOf: { body: Addressed; slug: string; date: string; hasMinutes: boolean } | null;
  publishedAt: Date | null;
  today: PlainDate;
  /** Its pages in the pack, where they are not all of its item's. */
  pages?: string | undefined;
  places?: PaperPlaces | undefined;
}) {
  const id = paperAnchor(paper.id);
  if (paper.takenDownAt) {
    return <ShutPaper id={id} title={paper.title} why={`Taken down on ${dayWords(paper.takenDownAt, today)}.`} />;
  }
  const shut = placeholderFor(paper);
  // A reader who is given the file or the text is entitled to it; the public never is.
  if (shut && !paper.file && !paper.opensText) {
    const why = [
      `${shut.heading}.`,
      shut.meaning,
      pages ? `In the pack, ${inPages(pages)}: left blank for the public.` : "",
    ];
    return (
      <ShutPaper
        id={id}
        title={paper.title}
        why={why.filter(Boolean).join(" ")}
        reason={shut.reason && (paper.publicInterest ? shut.reason : <Gap>{shut.reason}</Gap>)}
      />
    );
  }

  const page = paper.report
    ? places.report(paper.report.slug)
    : paper.proposal
      ? places.proposal?.(paper.proposal.id)
      : paper.kind === "programme"
        ? `${bodyAddress(body)}/work-programme`
        : undefined;
  const minutes =
    paper.kind === "minutes" && minutesOf?.hasMinutes ? places.minutes(minutesOf.body, minutesOf) : undefined;
  const file = paper.file && { href: `/papers/${paper.file.id}`, label: fileLabel(paper.file) };
  const href = page ?? minutes ?? file?.href;
  const title = minutes && minutesOf ? `Minutes of ${formatDate(minutesOf.date)}` : paper.title;
  // Words part the links of the office from the title above them (WCAG 2.5.8); elsewhere the title has said what kind it is.
  const said = [metaWords(paper, places.takeDown ? "" : title, publishedAt, today), pages && inPages(pages)]
    .filter(Boolean)
    .join(" · ");
  if (href === undefined) {
    return (
      <AwaitedPaper
        id={id}
        title={title}
        meta={said ? `${said}. Its file is not here yet.` : "Its file is not here yet."}
      />
    );
  }
  // Where the file is all there is, its title leads to it.
  const isFileAlone = file !== null && file.href === href;
  const alone = isFileAlone ? file.label : href.endsWith(".pdf") ? "PDF" : null;
  const meta = (
    <>
      {shut ? (
        <>
          <Tag tone="held">Not for publication</Tag> {shut.heading.replace("Not for publication: ", "")} ·{" "}
        </>
      ) : null}
      {said}
      {alone ? (
        <>
          {said ? "\u00a0· " : null}
          <span className="whitespace-nowrap">{alone}</span>
        </>
      ) : null}
      {places.takeDown ? (
        <>
          {said || alone ? "\u00a0· " : null}
          <a className="whitespace-nowrap" href={places.takeDown(paper.id)}>
            Take down<VisuallyHidden> {paper.title}</VisuallyHidden>
          </a>
        </>
      ) : null}
    </>
  );
  const isBare = said === "" && shut === null && alone === null && !places.takeDown;
  return (
    <PaperRow
      id={id}
      title={title}
      href={href}
      meta={isBare ? undefined : meta}
      file={isFileAlone ? undefined : (file ?? undefined)}
    />
  );
}

/** "Report, Director for Children’s Services · added 3 October"; a title such as "Appendix 1" has said what kind it is. */
function metaWords(paper: PaperListing, title: string, publishedAt: Date | null, today: PlainDate): string {
  const kind = PAPER_KINDS[paper.kind];
  const said = title.toLowerCase().includes(kind.toLowerCase()) ? [] : [kind.charAt(0).toUpperCase() + kind.slice(1)];
  if (paper.byAsPrinted) said.push(paper.byAsPrinted);
  // Of a proposal that is being drafted again, only what was published is known here.
  if (paper.kind === "scoping_proposal" && paper.proposal) {
    const { leadMember } = paper.proposal;
    said.push(leadMember ? `lead member ${leadMember.name}` : "no lead member named");
  }
  const facts = said.length > 0 ? [said.join(", ")] : [];
  if (paper.openSince && publishedAt && paper.openSince > publishedAt) {
    facts.push(`${paper.replacesId ? "replaced" : "added"} ${dayWords(paper.openSince, today)}`);
  }
  // An image is not drawn on the page: what it shows is said, for everybody.
  if (paper.file?.alternativeText) facts.push(`It shows: ${paper.file.alternativeText}`);
  return facts.join(" · ");
}

/** "page 27", "pages 41–48" */
const inPages = (pages: string): string => `${pages.includes("–") ? "pages" : "page"} ${pages}`;
