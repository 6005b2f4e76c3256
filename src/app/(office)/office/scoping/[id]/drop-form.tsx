"use client";

import { useActionState } from "react";
import { UNTOUCHED } from "@/app/_lib/form-state";
import { PlainButton } from "@/ui/button";
import { dropTypedAction } from "./actions";

/** Back to what is saved: forgets what was typed into one part and not saved. */
export function DropForm({ id, section, onceKey }: { id: string; section: string; onceKey: string }) {
  const [, action] = useActionState(dropTypedAction, UNTOUCHED);
  return (
    <form action={action}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="section" value={section} />
      <input type="hidden" name="onceKey" value={onceKey} />
      <PlainButton>Drop what I typed</PlainButton>
    </form>
  );
}
