import type { PlainDate } from "@/domain/calendar/plain-date";

/** Where a seat, a post or anything else with a first and a last day is held on the day: the last one counts. */
export const heldOn = (day: PlainDate) => ({ from: { lte: day }, OR: [{ until: null }, { until: { gte: day } }] });
