export const DAY_KINDS = {
  bank_holiday: "Bank holiday, by proclamation",
  mourning: "Day of mourning or thanksgiving",
  closure: "The council’s offices are closed",
} as const;
