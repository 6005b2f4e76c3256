"use server";

import { formAction } from "@/app/_lib/form-action";
import type { FormState } from "@/app/_lib/form-state";
import { cancelScheduledPublication, publishMeeting, schedulePublication } from "@/server/meetings/commands";
import { publishErratum } from "@/server/meetings/errata";
import { recordAction } from "../../../../../_forms/record-action";
import { dayIn } from "../../../../../_forms/when-schema";
import { officeMeeting } from "../../../meeting-places";
import { cancelSchema, publishSchema, scheduleSchema } from "./schema";

type Address = { body: string; meeting: string };
const here = ({ body, meeting }: Address): `/${string}` =>
  `${officeMeeting({ slug: body }, { slug: meeting })}/publication`;

const publish = formAction(publishSchema, async (tx, actor, { meetingId, version, reason, ...address }) => {
  await publishMeeting(tx, actor, { meetingId, version, reason });
  return `${here(address)}?published=1`;
});

const schedule = formAction(scheduleSchema, async (tx, actor, { meetingId, version, reason, time, ...typed }) => {
  await schedulePublication(tx, actor, { meetingId, version, at: `${dayIn(typed, "at")}T${time}`, reason });
  return `${here(typed)}?scheduled=1`;
});

/** The two buttons of one form: now, or at the time it gives. */
export async function publishAction(state: FormState, form: FormData): Promise<FormState> {
  return form.get("when") === "later" ? schedule(state, form) : publish(state, form);
}

const cancel = formAction(cancelSchema, async (tx, actor, { meetingId, version, ...address }) => {
  await cancelScheduledPublication(tx, actor, { meetingId, version });
  return here(address);
});

export async function cancelPublicationAction(state: FormState, form: FormData): Promise<FormState> {
  return cancel(state, form);
}

/** Sets right in public what stands wrongly in the agenda or in one of its papers. */
export const publishErratumAction = recordAction("agenda/erratum", async (tx, actor, { id, answers }) => {
  await publishErratum(tx, actor, { meetingId: id, answers });
  return undefined;
});
