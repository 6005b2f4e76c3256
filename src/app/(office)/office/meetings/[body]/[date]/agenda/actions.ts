"use server";

import { DIRECTIONS } from "@/domain/meetings/agenda-order";
import { invalid } from "@/server/errors";
import type { Address } from "@/server/forms/once";
import { addAgendaItem, editAgendaItem, moveAgendaItem, withdrawAgendaItem } from "@/server/meetings/agenda-items";
import { listReportUnderItem, unlistReport } from "@/server/meetings/agenda-papers";
import { bringIn } from "@/server/meetings/bring-in";
import { recordIndication } from "@/server/meetings/indications";
import { nameMotionMeetings } from "@/server/meetings/motions";
import { recordUrgency } from "@/server/meetings/urgency";
import { recordAction } from "../../../../../_forms/record-action";

export const addItemAction = recordAction("agenda/add", async (tx, actor, { id, answers }) => {
  await addAgendaItem(tx, actor, { meetingId: id, answers });
  return undefined;
});

export const editItemAction = recordAction("agenda/item", async (tx, actor, { id, part, version, answers }) => {
  await editAgendaItem(tx, actor, { meetingId: id, itemId: part, version, answers });
  return undefined;
});

export const bringInAction = recordAction("agenda/waiting", async (tx, actor, { id, version, answers }) => {
  await bringIn(tx, actor, { meetingId: id, version, answers });
  return undefined;
});

export const nameMotionsAction = recordAction("agenda/motions", async (tx, actor, { id, version, answers }) => {
  await nameMotionMeetings(tx, actor, { meetingId: id, version, answers });
  return undefined;
});

/** By a button, or dropped somewhere: "under" which item and "before" which of those there. */
export const moveItemAction = recordAction("agenda/move", async (tx, actor, sent) => {
  const { id, part, version, back, answers } = sent;
  const direction = answers.oneOf("direction", DIRECTIONS);
  if (!direction && !answers.yes("dropped")) throw invalid("direction", "Say where it goes.");
  const to = direction ?? { parentId: answers.id("under"), beforeId: answers.id("before") };
  await moveAgendaItem(tx, actor, { meetingId: id, itemId: part, version, to });
  return `${back.replace(/\?.*/, "") as Address}?moved=${part}`;
});

export const withdrawItemAction = recordAction("agenda/withdraw", async (tx, actor, { id, part, version, answers }) => {
  await withdrawAgendaItem(tx, actor, { meetingId: id, itemId: part, version, reason: answers.text("reason") });
  return undefined;
});

export const listReportAction = recordAction("agenda/report", async (tx, actor, { id, part, answers }) => {
  await listReportUnderItem(tx, actor, { meetingId: id, itemId: part, reportId: answers.id("reportId") });
  return undefined;
});

export const unlistReportAction = recordAction("agenda/unlist", async (tx, actor, { id, part }) => {
  await unlistReport(tx, actor, { meetingId: id, paperId: part });
  return undefined;
});

export const recordIndicationAction = recordAction(
  "agenda/indication",
  async (tx, actor, { id, part, version, answers }) => {
    await recordIndication(tx, actor, { meetingId: id, itemId: part, version, answers });
    return undefined;
  },
);

export const recordUrgencyAction = recordAction("agenda/urgency", async (tx, actor, { id, part, version, answers }) => {
  await recordUrgency(tx, actor, { meetingId: id, itemId: part, version, answers });
  return undefined;
});
