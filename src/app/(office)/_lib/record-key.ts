const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What an address says as a record's key; no record has the one that stands for what is none. */
export const recordKey = (id: string): string => (KEY.test(id) ? id : "00000000-0000-0000-0000-000000000000");
