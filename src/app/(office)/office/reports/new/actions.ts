"use server";

import { commissionReport } from "@/server/reports/commission";
import { recordAction } from "../../../_forms/record-action";

/** Commissions a report and leads to it. */
export const commissionReportAction = recordAction("report/new", async (tx, actor, { id, answers }) => {
  const slug = await commissionReport(tx, actor, { bodyId: id, answers });
  return `/office/reports/${slug}`;
});
