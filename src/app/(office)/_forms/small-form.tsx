"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useActionState, useEffect, useState } from "react";
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
  children,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  record: { id: string; version: number; part?: string | undefined };
  back: `/office/${string}`;
  onceKey: string;
  buttons: readonly { name?: string; value?: string; label: string }[];
  /** What it is done to, for whoever hears the button and does not see the row. */
  about: string;
  /** Fields that it sends along unseen. */
  children?: ReactNode;
}) {
  const [state, send, isOnItsWay] = useActionState(action, UNTOUCHED);
  const router = useRouter();
  // Somebody was first: what stands there now is shown beside the word about it.
  useEffect(() => {
    if (state.status === "failed" && state.failure.kind === "stale") router.refresh();
  }, [state, router]);
  const [over, setOver] = useState<FormState>();
  const { problems } = answerOf(state === over ? UNTOUCHED : state, {
    stale: {
      text: "Somebody changed something here first.",
      why: "It stands here as it is now: do it again if it is still right.",
    },
    gone: "This is not there, or no longer open to you.",
  });
  return (
    // Pressed again before the page has changed, it would only find that it has. What came of it before is over.
    <form
      action={send}
      onSubmit={(event) => (isOnItsWay ? event.preventDefault() : setOver(state))}
      className="flex flex-wrap gap-x-4"
    >
      <input type="hidden" name="id" value={record.id} />
      <input type="hidden" name="part" value={record.part ?? ""} />
      <input type="hidden" name="version" value={record.version} />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="onceKey" value={onceKey} />
      {children}
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
