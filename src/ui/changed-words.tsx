import type { WordPart } from "@/domain/wording/word-parts";
import { VisuallyHidden } from "./visually-hidden";

/** A text with what was taken out of it struck through and what was put in underlined; both are said to whoever hears it. */
export function ChangedWords({ parts }: { parts: readonly WordPart[] }) {
  return parts.map(({ kind, text }, index) => {
    // The parts are fixed in their order.
    const key = `${index} ${kind}`;
    if (kind === "removed")
      return (
        <del key={key}>
          <VisuallyHidden>taken out: </VisuallyHidden>
          {text}
          <VisuallyHidden>, </VisuallyHidden>
        </del>
      );
    if (kind === "added")
      return (
        <ins key={key}>
          <VisuallyHidden>put in: </VisuallyHidden>
          {text}
          <VisuallyHidden>, </VisuallyHidden>
        </ins>
      );
    return <span key={key}>{text}</span>;
  });
}
