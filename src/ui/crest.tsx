import { classNames } from "./class-names";

/** The crest of the demonstration's council, and of any council that has not set its own. Decorative. */
export function Crest({ className }: { className?: string | undefined }) {
  return (
    <svg className={classNames("crest", className)} viewBox="0 0 40 48" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="2.5">
        <path d="M3 3h34v22c0 10-7 16-17 20C10 41 3 35 3 25z" />
        <path d="M9 24.5V13h22v11.5M14 24.5v-2.2c0-4.2 2.6-6.8 6-6.8s6 2.6 6 6.8v2.2" strokeLinejoin="round" />
        <path
          d="M8 29.5q3-2.4 6 0t6 0 6 0 6 0M11 34.5q2.3-2 4.5 0t4.5 0 4.5 0 4.5 0"
          strokeWidth="2.2"
          strokeLinecap="round"
        />
      </g>
    </svg>
  );
}

/**
 * A council's own crest. Its drawing is the `--crest` of the council's stylesheet (src/domain/theming/brand.ts), used
 * as a mask, so that one file in one colour reads on light, dark and the office bar. Decorative.
 */
export function CouncilCrest({ className }: { className?: string | undefined }) {
  return <span className={classNames("crest crest-mask", className)} aria-hidden="true" />;
}
