import type { ReportStatus } from "@/domain/reports/report";
import { reportWorkflow } from "@/domain/reports/report-workflow";
import { Tag, type Tone } from "@/ui/tag";

const TONE: Readonly<Record<ReportStatus, Tone>> = {
  commissioned: "quiet",
  received: "quiet",
  draft: "quiet",
  in_clearance: "info",
  signed_off: "info",
  cleared: "info",
  published: "done",
  considered: "done",
  replaced: "quiet",
  withdrawn: "quiet",
};

/** Where a report stands. */
export const ReportTag = ({ status }: { status: ReportStatus }) => (
  <Tag tone={TONE[status]}>{reportWorkflow.statuses[status].label}</Tag>
);
