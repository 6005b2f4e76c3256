/** The form by which an item is added to a programme; what is typed there is kept by person, for each committee by itself. */
export const newItemForm = (body: string) => `programme item/new/${body}`;

/** The form that says what an item is. */
export const EDIT_ITEM = "programme item/edit";

/** The form by which an item is withdrawn. */
export const WITHDRAW_ITEM = "programme item/withdraw";
