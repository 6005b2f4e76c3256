/** A place to go, as navigation, footers and tabs are given it. */
export interface NavLink {
  readonly href: string;
  readonly label: string;
  /** True on the page, or the section, that the reader is in. */
  readonly current?: boolean | undefined;
  /** How many things wait there. Nothing is printed for 0 or none. */
  readonly count?: number | undefined;
  /** Words for a screen reader after the count, as in "14 waiting". */
  readonly countWords?: string | undefined;
}
