/** The address of a group's page in the office. */
export const groupAddress = (slug: string): `/office/${string}` => `/office/groups/${slug}`;

/** Under which what is typed into its forms is kept, with the parent's or the group's key. */
export const NEW_GROUP = "review group/new";
export const EDIT_GROUP = "review group/edit";
export const SEAT_GROUP = "review group/seats";
export const EXTEND_GROUP = "review group/extend";
