import type { FrontSheetTemplate } from "@/domain/reports/front-sheet";
import type { ReportRules } from "@/domain/reports/report";

/** What a body asks of its reports, as its settings have it. */
export function reportRulesOf(body: { frontSheet: unknown; rules: unknown }): ReportRules {
  const { clearance } = body.rules as { clearance?: Partial<Pick<ReportRules, "steps" | "fourEyes" | "posts">> };
  return {
    template: Array.isArray(body.frontSheet) ? (body.frontSheet as FrontSheetTemplate) : [],
    steps: clearance?.steps ?? [],
    fourEyes: clearance?.fourEyes ?? false,
    posts: clearance?.posts ?? {},
  };
}
