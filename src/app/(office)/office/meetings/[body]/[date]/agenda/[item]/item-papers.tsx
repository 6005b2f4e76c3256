import { fileLabel } from "@/app/_lib/file-label";
import type { FormValues } from "@/app/_lib/form-values";
import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { PAPER_KINDS } from "@/domain/papers/paper";
import { acceptedNames, formatsInWords, PAPER_FORMATS } from "@/domain/papers/upload";
import { type KeptDraft, listDrafts } from "@/server/forms/drafts";
import {
  type ItemPaper,
  isScanned,
  listItemPapers,
  listReplacedPapers,
  type ReplacedPaper,
} from "@/server/papers/item-papers";
import { correctedFileFields, paperFields } from "@/server/papers/paper-form";
import { LinkList } from "@/ui/list";
import { Meta } from "@/ui/meta";
import { Tag } from "@/ui/tag";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { SmallForm } from "../../../../../../_forms/small-form";
import { REFUSED, uploadState } from "../../../../../../_forms/upload-answer";
import { UploadForm } from "../../../../../../_forms/upload-form";
import { unlistReportAction } from "../actions";
import { holdPaperAction, removePaperAction } from "./actions";
import { type ItemAddress, itemPage } from "./item-page";

type Drafts = ReadonlyMap<string, KeptDraft>;

type On = {
  meeting: { id: string; version: number; isPublished: boolean };
  page: `/office/${string}`;
  /** The record whose form was sent and thrown back. */
  refused: string | undefined;
  isScanned: boolean;
};

type Listed = ItemPaper & { drafts: Drafts };

/** What the two parts of the page about papers are shown with. */
export async function papersDesk(
  person: Person,
  address: ItemAddress,
  meeting: On["meeting"],
  asked: Readonly<Record<string, unknown>>,
): Promise<On & { papers: readonly Listed[]; replaced: readonly ReplacedPaper[] }> {
  const scope = readScope(person);
  const [papers, replaced] = await Promise.all([
    listItemPapers(scope, address.item),
    listReplacedPapers(scope, address.item),
  ]);
  const refused = asked[REFUSED];
  return {
    meeting,
    page: itemPage(address),
    refused: typeof refused === "string" ? refused : undefined,
    isScanned: isScanned(),
    replaced,
    papers: await Promise.all(papers.map(async (paper) => ({ ...paper, drafts: await listDrafts(scope, paper.id) }))),
  };
}

const HINT = `${formatsInWords(PAPER_FORMATS)}, up to 50 MB`;
const ACCEPT = acceptedNames(PAPER_FORMATS);

/** The papers under an item, each with its file, what is to be known of it, and what can be done with it here. */
export function ItemPapers({ papers, isOpen, ...on }: On & { papers: readonly Listed[]; isOpen: boolean }) {
  if (papers.length === 0) return <p className="py-2">None yet.</p>;
  return (
    <LinkList>
      {papers.map((paper) => (
        <div key={paper.id}>
          <PaperTitle paper={paper} />
          <PaperState paper={paper} isScanned={on.isScanned} isOff={!on.meeting.isPublished} />
          {isOpen && paper.takenDownAt === null ? <PaperForms paper={paper} {...on} /> : null}
        </div>
      ))}
    </LinkList>
  );
}

function PaperTitle({ paper: { title, report, file } }: { paper: ItemPaper }) {
  if (report) return <a href={`/office/reports/${report.slug}`}>{title}</a>;
  return file?.scan === "clean" ? <a href={`/papers/${file.id}`}>{title}</a> : title;
}

function PaperState({ paper, isScanned, isOff }: { paper: ItemPaper; isScanned: boolean; isOff: boolean }) {
  const { file, kind, byAsPrinted, restriction, restrictionSignedById, takenDownAt, isUploaded, heldBack } = paper;
  const kindWords = PAPER_KINDS[kind];
  // Of a file that nobody gets yet nothing is said but that it is here.
  const shown = file?.scan === "clean" ? file : null;
  return (
    <>
      <Meta as="div">
        {[
          kindWords.charAt(0).toUpperCase() + kindWords.slice(1),
          byAsPrinted,
          shown && `${fileLabel(shown)}, ${shown.fileName}`,
          file && file.number > 1 && `version ${file.number}`,
          isUploaded && !file && "its file is not here yet",
        ]
          .filter(Boolean)
          .join(" · ")}
      </Meta>
      {shown?.alternativeText ? <Meta as="div">It shows: {shown.alternativeText}</Meta> : null}
      {takenDownAt ? <Tag tone="stop">Taken down</Tag> : null}
      {heldBack ? <Tag tone="quiet">Held back</Tag> : null}
      {restriction === "public" ? null : <Tag tone="held">Not for publication</Tag>}
      {restriction !== "public" && !restrictionSignedById ? (
        <p className="text-note">
          Not signed yet, and withheld all the same. It waits for the proper officer
          {isOff ? ": until it is signed, or held back, the agenda is not published." : "."}
        </p>
      ) : null}
      {file ? <FileState file={file} isScanned={isScanned} /> : null}
    </>
  );
}

function FileState({ file, isScanned }: { file: NonNullable<ItemPaper["file"]>; isScanned: boolean }) {
  switch (file.scan) {
    case "waiting":
      return (
        <p className="text-note">
          <Tag tone="info">Being checked</Tag>{" "}
          {isScanned
            ? "The scanner has not looked through it yet. Nobody gets the file until then."
            : "It waits for a scanner, and none is configured any more. Nobody gets the file until then."}
        </p>
      );
    case "refused":
      return (
        <p className="text-note">
          <Tag tone="stop">Refused</Tag> The scanner found {file.scanFound}. The file is deleted: put up a clean one.
        </p>
      );
    case "clean":
      return file.accessible === false ? (
        <p className="text-note">
          <Tag tone="warn">Not tagged</Tag> A screen reader cannot tell its headings and its order. Make it again as a
          tagged PDF: in Word, Save as, PDF, Options, “Document structure tags for accessibility”.
        </p>
      ) : null;
  }
}

function PaperForms({ paper, meeting, page, refused }: On & { paper: Listed }) {
  const isOff = !meeting.isPublished;
  const draft = paper.drafts.get("agenda/correction")?.values as FormValues | undefined;
  return (
    <>
      {isOff && (paper.report || paper.isUploaded) ? (
        <SmallForm
          action={paper.report ? unlistReportAction : removePaperAction}
          record={{ id: meeting.id, version: paper.report ? meeting.version : paper.version, part: paper.id }}
          back={page}
          onceKey={crypto.randomUUID()}
          about={paper.title}
          buttons={[{ label: "Take it off" }]}
        />
      ) : null}
      {paper.isUploaded && (isOff || paper.heldBack) ? (
        <SmallForm
          action={holdPaperAction}
          record={{ id: meeting.id, version: paper.version, part: paper.id }}
          back={page}
          onceKey={crypto.randomUUID()}
          about={paper.title}
          buttons={[
            paper.heldBack
              ? { name: "hold", value: "no", label: isOff ? "Publish it with the agenda after all" : "Put it up" }
              : { name: "hold", value: "back", label: "Hold it back" },
          ]}
        />
      ) : null}
      {paper.isUploaded ? (
        <details open={draft !== undefined} className="py-1">
          <summary>
            Put up a corrected file<VisuallyHidden> of {paper.title}</VisuallyHidden>
          </summary>
          <UploadForm
            action={`${page}/correction/upload`}
            prefix={`correct-${paper.id}`}
            record={{ id: meeting.id, version: paper.version, part: paper.id }}
            onceKey={crypto.randomUUID()}
            fields={correctedFileFields()}
            kept={draft}
            state={uploadState(draft, refused === paper.id)}
            fileLabel="Corrected file"
            fileHint={meeting.isPublished ? `${HINT}. The public reads that it was replaced, and when` : HINT}
            accept={ACCEPT}
            button="Put it in its place"
            second
            notDone="Not replaced"
          />
        </details>
      ) : null}
    </>
  );
}

/** Files that were corrected after publication, each with the way to take it down: correcting it did not. */
export function ReplacedPapers({
  papers,
  meeting,
}: {
  papers: readonly ReplacedPaper[];
  meeting: `/office/${string}`;
}) {
  if (papers.length === 0) return null;
  return (
    <>
      <Meta className="mt-3">Replaced, and still at their addresses:</Meta>
      <LinkList>
        {papers.map(({ id, title, file }) => (
          <div key={id}>
            <a href={`/papers/${file.id}`}>{title}</a>
            <Meta as="div">
              {fileLabel(file)}, {file.fileName} · <a href={`${meeting}/take-down/${id}`}>Take down</a>
            </Meta>
          </div>
        ))}
      </LinkList>
    </>
  );
}

/** The form with which a paper is put under the item. */
export function AddPaper({ itemId, drafts, meeting, page, refused }: On & { itemId: string; drafts: Drafts }) {
  const draft = drafts.get("agenda/paper")?.values as FormValues | undefined;
  return (
    <UploadForm
      action={`${page}/upload`}
      prefix="paper"
      record={{ id: meeting.id, version: meeting.version, part: itemId }}
      onceKey={crypto.randomUUID()}
      fields={paperFields()}
      kept={draft}
      state={uploadState(draft, refused === itemId)}
      fileLabel="File"
      fileHint={HINT}
      accept={ACCEPT}
      button={meeting.isPublished ? "Add the paper as a supplement" : "Add the paper"}
      second
      notDone="Not added"
    />
  );
}
