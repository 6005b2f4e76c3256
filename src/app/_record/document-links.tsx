import { Fragment } from "react";
import { type DocumentKind, FILES, fileLabelOf, fileNameOf } from "@/domain/documents/document-file";
import { LinkButton } from "@/ui/button";
import { VisuallyHidden } from "@/ui/visually-hidden";

/** What a page shows, to take away: as PDF and as Word, each in large print too. Stands among the page's actions. */
export function DocumentLinks({
  of,
  at,
  title,
}: {
  of: DocumentKind;
  /** The address of the page that the files stand under. */
  at: string;
  /** What the files hold, for whoever hears the links without the page around them. */
  title: string;
}) {
  return FILES.map((file) => (
    <LinkButton key={fileNameOf(of, file)} second href={`${at}/${fileNameOf(of, file)}`}>
      {fileLabelOf(file)}
      <VisuallyHidden> ({title})</VisuallyHidden>
    </LinkButton>
  ));
}

/** The same in one line, where the page has other things to offer first. */
export function DocumentLine({ of, at, says }: { of: DocumentKind; at: string; says: string }) {
  return (
    <p className="text-note text-ink-2 print:hidden">
      {says}:{" "}
      {FILES.map((file, index) => (
        <Fragment key={fileNameOf(of, file)}>
          {index > 0 ? " · " : null}
          <a href={`${at}/${fileNameOf(of, file)}`}>
            {fileLabelOf(file)}
            <VisuallyHidden> ({says})</VisuallyHidden>
          </a>
        </Fragment>
      ))}
    </p>
  );
}
