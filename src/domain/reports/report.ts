import type { Relations } from "@/domain/access/role";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { Restricted } from "@/domain/papers/paper";
import type { CheckedReport } from "./checked-report";
import type { FrontSheet, FrontSheetTemplate } from "./front-sheet";

/** In characters: some three hundred pages. */
export const LONGEST_REPORT = 400_000;

export type ReportStatus =
  | "commissioned"
  | "draft"
  | "in_clearance"
  | "signed_off"
  | "cleared"
  | "published"
  | "considered"
  | "replaced"
  | "received"
  | "withdrawn";

/** In which it is written, and in which its restriction may still change. */
export const WRITTEN_IN: readonly ReportStatus[] = ["draft", "received"];
export const RESTRICTED_IN: readonly ReportStatus[] = [
  "commissioned",
  ...WRITTEN_IN,
  "in_clearance",
  "signed_off",
  "cleared",
];
/** In which it is looked at, and cleared or returned. */
export const CLEARED_IN: readonly ReportStatus[] = ["in_clearance", "signed_off", "received"];
/** Until it is out it is talked about. */
export const COMMENTED_IN: readonly ReportStatus[] = ["draft", "in_clearance", "signed_off", "received", "cleared"];

/** Who looks at a report before it goes up. Callover, the chair's look through the agenda, comes after the sign-off. */
export const CLEARANCE_STEPS = {
  service: "the service",
  finance: "finance",
  legal: "legal",
  equality: "equality",
  director: "the director",
  callover: "callover",
} as const;

export type ClearanceStep = keyof typeof CLEARANCE_STEPS;

export type ClearanceOutcome = "waiting" | "cleared" | "returned";

/** What became of one step: by whom, and on what evidence where somebody else recorded it for them. */
export type Clearance = {
  step: ClearanceStep;
  /** Those who hold the post that the body's settings name for the step; nobody where they name none. */
  askedIds?: readonly string[];
  outcome: ClearanceOutcome;
  personId: string | null;
  onBehalfOf: string | null;
  evidence: string | null;
};

/** What a body asks of its reports. */
export type ReportRules = {
  template: FrontSheetTemplate;
  steps: readonly ClearanceStep[];
  /** The title of the post that clears a step; a step without one is recorded by whoever signs off. */
  posts?: Readonly<Partial<Record<ClearanceStep, string>>>;
  /** Whether somebody other than the author signs off. */
  fourEyes: boolean;
};

export type Report = Relations &
  Restricted & {
    status: ReportStatus;
    title: string;
    authorIds: readonly string[];
    rules: ReportRules;
    frontSheet: FrontSheet;
    clearances: readonly Clearance[];
    /** Titles in the list of background papers that are restricted themselves. */
    restrictedBackgroundPapers: readonly string[];
    publishedOn: PlainDate | null;
    /** The day of the held meeting that took it; null while none has. */
    consideredOn: PlainDate | null;
    /** The report that takes its place. */
    replacedById: string | null;
    /** What its check reads; only where it is signed off. */
    checked?: CheckedReport;
  };
