/** Under which what is typed into the parts of a report is kept. */
export const TEXT_FORM = "report/text";
export const SHEET_FORM = "report/front-sheet";
export const WORD_FORM = "report/word";
export const WORD_SHEET_FORM = "report/word-sheet";
