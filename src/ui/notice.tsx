import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Heading, type HeadingLevel } from "./heading";
import { Icon, type IconName } from "./icon";

const EDGE = {
  info: "border-l-info",
  done: "border-l-done",
  warn: "border-l-warn",
  stop: "border-l-stop",
} as const;

/**
 * Something the reader of this page should know first: what changed, what is missing, what was just done. With
 * `status` a screen reader is told when it appears; use that for the answer to what somebody has just done.
 */
export function Notice({
  tone = "info",
  id,
  title,
  level = 2,
  shape,
  status = false,
  children,
}: {
  tone?: keyof typeof EDGE | undefined;
  id?: string | undefined;
  title: ReactNode;
  level?: HeadingLevel | undefined;
  shape?: IconName | undefined;
  status?: boolean | undefined;
  children?: ReactNode;
}) {
  const inside = (
    <>
      <Heading level={level} id={id} className="flex items-center gap-[0.5em] text-base leading-[1.4] tracking-normal">
        {shape ? <Icon name={shape} /> : null}
        {title}
      </Heading>
      {children}
    </>
  );
  const className = classNames("notice rounded-r-mark border border-l-4 border-line bg-well px-4 py-3", EDGE[tone]);
  if (status) {
    return (
      <div className={className} role="status">
        {inside}
      </div>
    );
  }
  return id ? (
    <section className={className} aria-labelledby={id}>
      {inside}
    </section>
  ) : (
    <div className={className}>{inside}</div>
  );
}
