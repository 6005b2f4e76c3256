import { targetsOf } from "@/domain/reports/check-references";
import type { FrontSheet } from "@/domain/reports/front-sheet";
import type { Targets } from "@/domain/reports/references";
import type { ReportPage } from "@/server/reports/queries";

/** Where the references of a report lead to on a page that shows its front sheet, its paragraphs and its appendices. */
export const targetsOn = ({ text, item }: Pick<ReportPage, "text" | "item">): Targets =>
  targetsOf({
    paragraphs: text?.numbered ?? [],
    frontSheet: (text?.frontSheet ?? {}) as FrontSheet,
    appendices: item?.appendices ?? [],
  });
