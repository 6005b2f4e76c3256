export type ItemAddress = { body: string; date: string; item: string };

/** The page of an item in the office. The parts come from an address and are written into one. */
export const itemPage = ({ body, date, item }: ItemAddress): `/office/${string}` =>
  `/office/meetings/${encodeURIComponent(body)}/${encodeURIComponent(date)}/agenda/${encodeURIComponent(item)}`;
