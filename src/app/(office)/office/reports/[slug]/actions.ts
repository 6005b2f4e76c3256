"use server";

import {
  fillFrontSheet,
  proposeRestriction,
  recordClearance,
  signRestriction,
  writeReport,
} from "@/server/reports/commands";
import { recordAction } from "../../../_forms/record-action";

export const fillFrontSheetAction = recordAction("report/front-sheet", async (tx, actor, { id, version, answers }) => {
  await fillFrontSheet(tx, actor, { reportId: id, version, answers });
  return undefined;
});

export const writeReportAction = recordAction("report/text", async (tx, actor, { id, version, answers }) => {
  await writeReport(tx, actor, { reportId: id, version, answers });
  return undefined;
});

export const proposeRestrictionAction = recordAction("report/restriction", async (tx, actor, sent) => {
  await proposeRestriction(tx, actor, { reportId: sent.id, version: sent.version, answers: sent.answers });
  return undefined;
});

export const signRestrictionAction = recordAction("report/sign", async (tx, actor, { id, version, answers }) => {
  await signRestriction(tx, actor, { reportId: id, version, answers });
  return undefined;
});

export const recordClearanceAction = recordAction("report/clearance", async (tx, actor, { id, version, answers }) => {
  await recordClearance(tx, actor, { reportId: id, version, answers });
  return undefined;
});
