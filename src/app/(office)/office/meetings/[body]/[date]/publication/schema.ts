import * as z from "zod";
import { checkDay, dayParts, timeOfDay } from "../../../../../_forms/when-schema";

/** Part of an address to come back to. */
const slug = z.string().regex(/^[a-z0-9-]+$/);
const reason = z.string().trim().max(2000, "Say it in 2,000 characters or fewer.").optional();
const meeting = { meetingId: z.uuid(), version: z.coerce.number().int(), body: slug, meeting: slug };

export const publishSchema = z.object({ ...meeting, reason });

export const scheduleSchema = z
  .object({ ...meeting, reason, ...dayParts("at"), time: timeOfDay })
  .superRefine(checkDay("at", true));

export const cancelSchema = z.object(meeting);
