/** Round what is used with a finger at the table: every control is as high as a finger is wide. */
export const TOUCH =
  "[&_.button]:min-h-12 [&_.control]:min-h-11 [&_.linklike]:min-h-11 [&_label]:min-h-6 [&_summary]:min-h-11 [&_summary]:py-2";
