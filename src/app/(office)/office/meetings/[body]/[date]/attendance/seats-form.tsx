import type { KeptDraft } from "@/server/forms/drafts";
import type { StepField } from "@/server/workflow/step-field";
import { Button } from "@/ui/button";
import { RecordForm } from "../../../../../_forms/record-form";
import { recordAttendanceAction } from "./actions";

type Props = {
  meeting: { id: string; version: number };
  fields: readonly StepField[];
  back: `/office/${string}`;
  draft: KeptDraft | undefined;
  button: string;
};

/** How each holder of a seat came: those who did not are named, and one button records the others as present. */
export const SeatsForm = ({ meeting: { id, version }, fields, back, draft, button }: Props) => (
  <RecordForm
    action={recordAttendanceAction}
    prefix="attendance"
    record={{ id, version }}
    back={back}
    onceKey={crypto.randomUUID()}
    fields={fields}
    beside
    kept={draft?.values}
    button={button}
    notDone="Not recorded"
    more={
      <Button second name="others" value="yes">
        Everybody else is present
      </Button>
    }
  />
);
