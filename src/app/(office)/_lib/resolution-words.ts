import { formatDate } from "@/domain/calendar/plain-date";
import { shortened } from "@/domain/wording/shortened";
import type { Resolution } from "@/server/workflow/authority";

/** "11 October 2016, minute 14: Resolved that …" */
export const resolutionWords = ({ on, number, words }: Resolution): string =>
  `${formatDate(on)}${number === null ? "" : `, minute ${number}`}: ${shortened(words, 90)}`;
