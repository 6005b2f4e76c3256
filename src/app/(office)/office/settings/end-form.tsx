"use client";

import type { FormState } from "@/app/_lib/form-state";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { SettingsForm } from "./settings-form";

/** The end of a seat or a post: folded away until somebody means it. */
export function EndForm({
  action,
  summary,
  prefix,
  id,
  back,
  version,
  onceKey,
  until,
  button,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  summary: string;
  prefix: string;
  id: string;
  back: string;
  version: number;
  onceKey: string;
  until: PlainDate;
  button: string;
}) {
  return (
    <details>
      <summary className="linklike inline-block">{summary}</summary>
      <SettingsForm
        action={action}
        prefix={prefix}
        hidden={{ id, back }}
        version={version}
        onceKey={onceKey}
        fields={[{ kind: "date", name: "until", label: "Last day", value: until }]}
        button={button}
        second
        notDone="Not ended"
      />
    </details>
  );
}
