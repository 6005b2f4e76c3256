"use client";

import { useActionState } from "react";
import { UNTOUCHED } from "@/app/_lib/form-state";
import { PlainButton } from "@/ui/button";
import { cancelPublicationAction } from "./actions";

/** Takes back a publication that waits for its time. */
export function CancelForm({
  meeting,
  onceKey,
}: {
  meeting: { id: string; version: number; body: string; slug: string };
  onceKey: string;
}) {
  const [state, action] = useActionState(cancelPublicationAction, UNTOUCHED);
  return (
    <form action={action}>
      <input type="hidden" name="meetingId" value={meeting.id} />
      <input type="hidden" name="version" value={meeting.version} />
      <input type="hidden" name="body" value={meeting.body} />
      <input type="hidden" name="meeting" value={meeting.slug} />
      <input type="hidden" name="onceKey" value={onceKey} />
      <PlainButton>Cancel it</PlainButton>
      {state.status === "failed" ? (
        <p role="alert">Not cancelled: something changed first. Open the meeting again.</p>
      ) : null}
    </form>
  );
}
