import type { ReactNode } from "react";
import { Icon } from "./icon";
import { Meta } from "./meta";
import { asList } from "./roles";
import { VisuallyHidden } from "./visually-hidden";

/** The papers of an item, in order. */
export function Papers({ children }: { children: ReactNode }) {
  return (
    <ul {...asList} className="papers">
      {children}
    </ul>
  );
}

/** A paper that is here: the title leads to its page, the file comes second. */
export function PaperRow({
  id,
  title,
  href,
  meta,
  file,
}: {
  /** Its anchor on the page. */
  id?: string | undefined;
  title: string;
  href: string;
  /** Kind, author, and when it was corrected or added. */
  meta?: ReactNode;
  file?: { readonly href: string; readonly label: string } | undefined;
}) {
  return (
    <li className="paper" id={id}>
      <Icon name="doc" />
      <div>
        <a className="open" href={href}>
          {title}
        </a>
        {meta || file ? (
          <Meta as="span">
            {meta}
            {meta && file ? "\u00a0· " : null}
            {file ? (
              <a className="whitespace-nowrap" href={file.href}>
                {file.label}
                <VisuallyHidden> of {title}</VisuallyHidden>
              </a>
            ) : null}
          </Meta>
        ) : null}
      </div>
    </li>
  );
}

/**
 * The place of a paper that is not open to the public: hatched, and never a link. `why` names the paragraph and what
 * it means; `reason` is the public-interest reason, or a Gap saying that none is recorded.
 */
export function ShutPaper({
  id,
  title,
  why,
  reason,
}: {
  id?: string | undefined;
  title: ReactNode;
  why: ReactNode;
  reason?: ReactNode;
}) {
  return (
    <li className="paper shut" id={id}>
      <Icon name="lock" />
      <div>
        <strong className="font-semibold">{title}</strong>
        <Meta as="span">{why}</Meta>
        {reason ? <Meta as="span">{reason}</Meta> : null}
      </div>
    </li>
  );
}

/** The place of a paper that is not here yet: "To follow". */
export function AwaitedPaper({ id, title, meta }: { id?: string | undefined; title: ReactNode; meta: ReactNode }) {
  return (
    <li className="paper" id={id}>
      <Icon name="clock" />
      <div>
        <span className="open">{title}</span>
        <Meta as="span">{meta}</Meta>
      </div>
    </li>
  );
}
