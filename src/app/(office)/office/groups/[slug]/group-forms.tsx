import type { FormState } from "@/app/_lib/form-state";
import type { FormValues } from "@/app/_lib/form-values";
import type { KeptDraft } from "@/server/forms/drafts";
import type { GroupPage } from "@/server/review-groups/queries";
import type { StepField } from "@/server/workflow/step-field";
import { OfficeSection } from "@/ui/page";
import { RecordForm } from "../../../_forms/record-form";
import { EXTEND_GROUP, SEAT_GROUP } from "../group-places";
import { extendGroupAction, seatMembersAction } from "./actions";

type Shown = {
  group: GroupPage;
  back: `/office/${string}`;
  drafts: ReadonlyMap<string, KeptDraft>;
};

/** What is recorded of a group that has been set up, beside its steps: who sits in it, and more time. */
export function GroupForms({ group: { row, seating, extending }, back, drafts }: Shown) {
  if (!seating && !extending) return null;
  const record = { id: row.id, version: row.version };
  return (
    <OfficeSection id="records" title="What you can record">
      {extending ? (
        <OneForm
          {...{ record, back, fields: extending, action: extendGroupAction }}
          label="Record an extension"
          prefix="extend"
          kept={drafts.get(EXTEND_GROUP)}
        />
      ) : null}
      {seating ? (
        <OneForm
          {...{ record, back, fields: seating, action: seatMembersAction }}
          label="Change who sits in it"
          prefix="seats"
          kept={drafts.get(SEAT_GROUP)}
        />
      ) : null}
    </OfficeSection>
  );
}

function OneForm({
  label,
  kept,
  ...form
}: {
  label: string;
  prefix: string;
  record: { id: string; version: number };
  back: `/office/${string}`;
  fields: readonly StepField[];
  action: (state: FormState, form: FormData) => Promise<FormState>;
  kept: KeptDraft | undefined;
}) {
  return (
    <details open={kept !== undefined} className="border-line border-t py-2">
      <summary className="font-semibold">{label}</summary>
      <RecordForm
        {...form}
        onceKey={crypto.randomUUID()}
        kept={kept?.values as FormValues | undefined}
        button={label}
        notDone="Not recorded"
        second
      />
    </details>
  );
}
