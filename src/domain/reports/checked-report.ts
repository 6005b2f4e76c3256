import type { PlainDate } from "@/domain/calendar/plain-date";
import type { Restricted } from "@/domain/papers/paper";
import type { Finding } from "@/domain/workflow/workflow";
import type { FrontSheet, FrontSheetTemplate } from "./front-sheet";
import type { AnchoredText } from "./numbered-paragraphs";

/** Where in a report something was found: a paragraph, or a field of the front sheet. */
export type Place =
  | { kind: "paragraph"; anchor: string; words: string }
  | { kind: "field"; key: string; words: string };

/** Something to look at before a report goes up, and where it stands. */
export type CheckFinding = Finding & { at: Place | null };

/** A paper that lies with the report under its item. */
export type AppendixPaper = Restricted & { title: string };

/** A report as its check reads it: what it says itself, and what it has to agree with. */
export type CheckedReport = {
  template: FrontSheetTemplate;
  frontSheet: FrontSheet;
  paragraphs: readonly AnchoredText[];
  appendices: readonly AppendixPaper[];
  /** Entries in the list of background papers that are restricted themselves. */
  restrictedBackgroundPapers: readonly string[];
  /** Days set by others that it depends on. */
  outsideDates: readonly { what: string; on: PlainDate }[];
  meetingOn: PlainDate | null;
  /** "October 2016": as it is printed on the paper that lists it. */
  datedAsPrinted: string | null;
  /** The day it went up, or its agenda did. */
  publishedOn: PlainDate | null;
  /** The item of the work programme that it is for, and when that is to be done. */
  programmeTarget: PlainDate | null;
  /** Names of bodies and posts that can act on a recommendation. */
  recipients: readonly string[];
  today: PlainDate;
};

/** One text of a report, with the place where it stands. */
export type CheckedText = { text: string; at: Place; heading: string | null; number: string | null; position: number };
