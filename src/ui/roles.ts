/**
 * Roles that elements have by themselves and lose by their styling: Safari drops an unstyled list, and a table whose
 * rows fold into blocks on a phone is no table to a screen reader. Spread them: `<ul {...asList}>`.
 */
export const asList = { role: "list" } as const;
export const asTable = { role: "table" } as const;
export const asRowGroup = { role: "rowgroup" } as const;
export const asRow = { role: "row" } as const;
export const asColumnHeader = { role: "columnheader" } as const;
export const asRowHeader = { role: "rowheader" } as const;
export const asCell = { role: "cell" } as const;

/** A region that scrolls sideways must be reachable by keyboard. */
export const asScrollable = { tabIndex: 0 } as const;

/** A region that receives focus from a link or from the page, but is no stop of the Tab key. */
export const asFocusTarget = { tabIndex: -1 } as const;
