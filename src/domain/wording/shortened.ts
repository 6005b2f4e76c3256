/** The beginning of a text in whole words, with a mark that more follows; a text of no more than `most` characters as it is. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(" ", most);
  return `${text.slice(0, end > 0 ? end : most)} …`;
}

/** A sentence as a heading: the beginning of it where it is long, and without its full stop. */
export const asHeading = (sentence: string, most = 110): string => shortened(sentence.replace(/\.$/, ""), most);
