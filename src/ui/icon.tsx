import type { ReactNode } from "react";
import { classNames } from "./class-names";

const SHAPES = {
  done: (
    <>
      <circle cx="8" cy="8" r="6.6" />
      <path d="M5 8.3l2.1 2.1L11.2 6" />
    </>
  ),
  part: (
    <>
      <circle cx="8" cy="8" r="6.6" />
      <path d="M8 1.4a6.6 6.6 0 0 1 0 13.2z" fill="currentColor" stroke="none" />
    </>
  ),
  none: <circle cx="8" cy="8" r="6.6" strokeDasharray="2.2 2.4" />,
  warn: (
    <>
      <path d="M8 2l6.6 11.8H1.4z" />
      <path d="M8 6.6v3.2M8 11.8v.01" />
    </>
  ),
  stop: (
    <>
      <path d="M5.2 1.6h5.6l3.6 3.6v5.6l-3.6 3.6H5.2l-3.6-3.6V5.2z" />
      <path d="M5 8h6" />
    </>
  ),
  lock: (
    <>
      <rect x="3" y="7.2" width="10" height="7" rx="1" />
      <path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="6.6" />
      <path d="M8 4.4V8l2.6 1.6" />
    </>
  ),
  doc: (
    <>
      <path d="M3.6 1.6h5.6l3.2 3.2v9.6H3.6z" />
      <path d="M9 1.8v3.2h3.2M6 8.4h4M6 11h4" />
    </>
  ),
  change: <path d="M2.6 5.4h10.2M10 2.6l2.8 2.8L10 8.2M13.4 11H3.2M6 8.6L3.2 11 6 13.6" />,
  knot: (
    <>
      <path d="M8 .8v4M8 11.2v4" />
      <circle cx="8" cy="8" r="3.2" />
    </>
  ),
  out: <path d="M2.4 8h10.8M9.4 4.2L13.2 8l-3.8 3.8" />,
  hold: (
    <>
      <circle cx="8" cy="8" r="6.6" />
      <path d="M6.2 5.6v4.8M9.8 5.6v4.8" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6.6" />
      <path d="M8 7.4v3.8M8 4.8v.01" />
    </>
  ),
  menu: <path d="M2 4h12M2 8h12M2 12h12" />,
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof SHAPES;

/**
 * A shape the size of the text beside it. Always beside a word, never instead of one, so it is hidden from screen
 * readers. The typeface has no arrows or ticks: use these.
 */
export function Icon({ name, className }: { name: IconName; className?: string | undefined }) {
  return (
    <svg
      className={classNames("icon", className)}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {SHAPES[name]}
    </svg>
  );
}
