import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "./breadcrumbs";
import { classNames } from "./class-names";
import { Heading, type HeadingLevel } from "./heading";
import { asFocusTarget } from "./roles";

/**
 * The main part of a public page, hanging from its numbered margin.
 *
 *     <PublicPage crumbs={…}>
 *       <Columns>
 *         <PageHead title="…" />
 *         <Side labelledBy="say"><Section id="say" title="Have your say">…</Section></Side>      what is urgent
 *         <Main><Section id="agenda" title="Agenda">…</Section></Main>                           the record
 *         <Side labelledBy="committee">…</Side>                                                  the rest
 *       </Columns>
 *     </PublicPage>
 *
 * Without a side, PageHead and Sections stand in PublicPage itself.
 */
export function PublicPage({
  crumbs = [],
  wide = false,
  children,
}: {
  crumbs?: readonly Crumb[] | undefined;
  /** Printed on landscape paper: the programme and the tracker. */
  wide?: boolean | undefined;
  children: ReactNode;
}) {
  const bare = crumbs.length === 0;
  return (
    <>
      {bare ? null : (
        <div className="wrap">
          <div className="page">
            <Breadcrumbs crumbs={crumbs} />
          </div>
        </div>
      )}
      <main id="main" className={classNames("wrap", wide && "wideprint")} {...asFocusTarget}>
        <div className={classNames("page", bare && "bare")}>{children}</div>
      </main>
    </>
  );
}

/** The head of a public page: what kind of thing, its name, one sentence, its state, what can be done with it. */
export function PageHead({
  kicker,
  title,
  lead,
  state,
  actions,
  children,
}: {
  kicker?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  /** A Tag, then a Meta sentence. */
  state?: ReactNode;
  /** LinkButtons: one primary a page. */
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="head">
      {kicker ? <p className="mb-1.5 text-base text-ink-2">{kicker}</p> : null}
      <h1>{title}</h1>
      {lead ? <p className="mt-2.5 max-w-measure text-read leading-[1.5]">{lead}</p> : null}
      {state ? <div className="mt-3.5 flex flex-wrap items-center gap-x-3 gap-y-2">{state}</div> : null}
      {actions ? <div className="actions mt-[1.125rem]">{actions}</div> : null}
      {children}
    </header>
  );
}

/** Head and record left, side right from 64 rem. In the source: heading, what is urgent, the record, the rest. */
export function Columns({ children }: { children: ReactNode }) {
  return <div className="cols">{children}</div>;
}

/** The record itself, in Columns or in OfficeSplit. */
export function Main({ children }: { children: ReactNode }) {
  return <div className="main">{children}</div>;
}

/** The side column. `stay` keeps a lone index in view; use it only where there is no second side. */
export function Side({
  labelledBy,
  stay = false,
  children,
}: {
  /** The id of its first Section. */
  labelledBy: string;
  stay?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <aside className={classNames("side", stay && "stay")} aria-labelledby={labelledBy}>
      {children}
    </aside>
  );
}

/** A part of a public page under a black rule. `aside` is the small remark at the right of its heading. */
export function Section({
  id,
  title,
  level = 2,
  aside,
  children,
}: {
  /** The id of the heading: links lead here. */
  id: string;
  title: ReactNode;
  level?: HeadingLevel | undefined;
  aside?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <section className="sect" aria-labelledby={id}>
      <SectionTitle className="sect-title" gap="gap-x-5 gap-y-1" id={id} title={title} level={level} aside={aside} />
      {children}
    </section>
  );
}

function SectionTitle({
  className,
  gap = "",
  id,
  title,
  level,
  aside,
}: {
  className: string;
  gap?: string | undefined;
  id: string;
  title: ReactNode;
  level: HeadingLevel;
  aside: ReactNode;
}) {
  return (
    <div className={classNames(className, "flex flex-wrap items-baseline justify-between", gap)}>
      <Heading level={level} id={id}>
        {title}
      </Heading>
      {aside ? <div className="text-note text-ink-2">{aside}</div> : null}
    </div>
  );
}

/**
 * The main part of an office page.
 *
 *     <OfficePage>
 *       <OfficeHead title="…" tag={<Tag …/>} actions={…}>One sentence.</OfficeHead>
 *       <OfficeSplit><Main><OfficeSection …/></Main><Side …><OfficeSection …/></Side><Foot>…</Foot></OfficeSplit>
 *     </OfficePage>
 */
export function OfficePage({ crumbs = [], children }: { crumbs?: readonly Crumb[] | undefined; children: ReactNode }) {
  return (
    <>
      {crumbs.length > 0 ? (
        <div className="wrap">
          <Breadcrumbs crumbs={crumbs} />
        </div>
      ) : null}
      <main id="main" className="wrap" {...asFocusTarget}>
        <div className="opage">{children}</div>
      </main>
    </>
  );
}

/** The head of an office page: name and state on one line, a sentence, the actions at the right. */
export function OfficeHead({
  title,
  tag,
  actions,
  children,
}: {
  title: ReactNode;
  /** State of the record, and Saved. */
  tag?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="ohead">
      <div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1>{title}</h1>
          {tag}
        </div>
        {children ? <div className="mt-[0.1875rem] max-w-[52rem] text-ink-2">{children}</div> : null}
      </div>
      {actions ? <div className="actions">{actions}</div> : null}
    </header>
  );
}

/** Record left, findings and what can be done right, history in a Foot under the record. */
export function OfficeSplit({ children }: { children: ReactNode }) {
  return <div className="osplit">{children}</div>;
}

/** What stands under the record in OfficeSplit, and last on a phone: what can be done comes before what was done. */
export function Foot({ children }: { children: ReactNode }) {
  return <div className="ofoot">{children}</div>;
}

/** A part of an office page. */
export function OfficeSection({
  id,
  title,
  level = 2,
  aside,
  children,
}: {
  id: string;
  title: ReactNode;
  level?: HeadingLevel | undefined;
  aside?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <section className="osect" aria-labelledby={id}>
      <SectionTitle className="osect-title" gap="gap-x-4" id={id} title={title} level={level} aside={aside} />
      {children}
    </section>
  );
}
