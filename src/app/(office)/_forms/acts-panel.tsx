import type { FormState } from "@/app/_lib/form-state";
import type { FormValues } from "@/app/_lib/form-values";
import type { KeptDraft } from "@/server/forms/drafts";
import type { OfferedAct } from "@/server/workflow/acts";
import { Meta } from "@/ui/meta";
import { OfficeSection } from "@/ui/page";
import { RecordForm } from "./record-form";

export type ActActions = Readonly<Record<string, (state: FormState, form: FormData) => Promise<FormState>>>;

/**
 * What this person may record of a record beside its steps, each a form behind its word. Nothing is shown to whoever may record
 * nothing.
 */
export function ActsPanel({
  kind,
  record,
  acts,
  actions,
  back,
  drafts,
  title = "What you can record",
}: {
  /** The machine's noun, under which what is typed is kept. */
  kind: string;
  record: { id: string; version: number };
  acts: readonly OfferedAct[];
  /** What sends each of them, by its name. */
  actions: ActActions;
  /** The page it stands on. */
  back: `/office/${string}`;
  drafts: ReadonlyMap<string, KeptDraft>;
  title?: string;
}) {
  if (acts.length === 0) return null;
  return (
    <OfficeSection id="acts" title={title}>
      {acts.map(({ name, label, hint, fields }) => {
        const action = actions[name];
        const kept = drafts.get(`${kind}/${name}`)?.values as FormValues | undefined;
        return action ? (
          <details key={`${name} ${record.version}`} open={kept !== undefined} className="border-line border-t py-2">
            <summary className="font-semibold">{label}</summary>
            {hint ? <Meta className="mt-1">{hint}</Meta> : null}
            <RecordForm
              action={action}
              prefix={`act-${name}`}
              record={record}
              back={back}
              onceKey={crypto.randomUUID()}
              fields={fields}
              kept={kept}
              button={label}
              notDone="Not recorded"
              second
            />
          </details>
        ) : null;
      })}
    </OfficeSection>
  );
}
