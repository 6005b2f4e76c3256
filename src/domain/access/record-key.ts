const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text can be the key of a record: an address may say anything, and the database asks for nothing else. */
export const isKey = (text: string): boolean => KEY.test(text);

/** What an address says as a record's key. What can be none is looked for too, as one that no record has, and so answered alike. */
export const recordKey = (text: string): string => (isKey(text) ? text : "00000000-0000-0000-0000-000000000000");
