"use client";

import { useActionState } from "react";
import { type FormState, UNTOUCHED } from "@/app/_lib/form-state";
import { PlainButton } from "@/ui/button";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { answerOf } from "../_lib/form-answer";

/** One small thing done to one row: a button for each way to do it, and what stood in the way. */
export function SmallForm({
  action,
  record,
  back,
  onceKey,
  buttons,
  about,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  record: { id: string; version: number; part?: string | undefined };
  back: `/office/${string}`;
  onceKey: string;
  buttons: readonly { name?: string; value?: string; label: string }[];
  /** What it is done to, for whoever hears the button and does not see the row. */
  about: string;
}) {
  const [state, send] = useActionState(action, UNTOUCHED);
  const { problems } = answerOf(state, {
    stale: { text: "Somebody changed something here first.", why: "Look at it as it stands, and do it again." },
    gone: "This is not there, or no longer open to you.",
  });
  return (
    <form action={send} className="flex flex-wrap gap-x-4">
      <input type="hidden" name="id" value={record.id} />
      <input type="hidden" name="part" value={record.part ?? ""} />
      <input type="hidden" name="version" value={record.version} />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="onceKey" value={onceKey} />
      {buttons.map(({ name, value, label }) => (
        <PlainButton key={label} name={name} value={value}>
          {label}
          <VisuallyHidden>: {about}</VisuallyHidden>
        </PlainButton>
      ))}
      {problems.length > 0 ? (
        <p role="alert" className="basis-full font-semibold text-stop">
          {problems.map(({ text, why }) => [text, why].filter(Boolean).join(" ")).join(" ")}
        </p>
      ) : null}
    </form>
  );
}
