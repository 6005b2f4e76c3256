import { type Block, joined, lineBreak, note, says, strong } from "@/domain/documents/document";
import { type PrivateItem, privateWords } from "@/domain/meetings/private-item";

/** That an item is likely to be taken without the public, and why; nothing of one that is taken in public. */
export function privateNote(item: PrivateItem & { readonly withdrawnAt: Date | null }): Block[] {
  const said = privateWords(item);
  if (!said) return [];
  return [note(strong(`${said.heading}.`), lineBreak, joined([says(said.meaning), says(said.reason)], " "))];
}
