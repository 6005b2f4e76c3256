import type { FormValues } from "@/app/_lib/form-values";
import type { KeptDraft } from "@/server/forms/drafts";
import type { Offered, OfferedStep } from "@/server/workflow/steps";
import { Findings } from "@/ui/findings";
import { OfficeSection } from "@/ui/page";
import { shownFinding } from "../_lib/finding-words";
import { stepForm } from "./step-address";
import { StepForm } from "./step-form";

/**
 * The steps that this person may take with a record from where it stands, each a form behind its word; what is in the way of a
 * step stands in its place. Nothing is shown to whoever may take none.
 */
export function StepsPanel({
  offered: { kind, id, version, steps },
  back,
  drafts,
  title = "What you can do",
}: {
  offered: Offered;
  /** The page it stands on. */
  back: `/office/${string}`;
  /** What the reader typed into its forms and did not send, by form. */
  drafts: ReadonlyMap<string, KeptDraft>;
  title?: string;
}) {
  if (steps.length === 0) return null;
  return (
    <OfficeSection id="steps" title={title}>
      {steps.map((step) => (
        <OneStep
          key={step.name}
          record={{ kind, id, version }}
          step={step}
          back={back}
          kept={drafts.get(stepForm(step.name))?.values as FormValues | undefined}
        />
      ))}
    </OfficeSection>
  );
}

function OneStep({
  record,
  step,
  back,
  kept,
}: {
  record: { kind: string; id: string; version: number };
  step: OfferedStep;
  back: string;
  kept: FormValues | undefined;
}) {
  if (step.elsewhere)
    return (
      <p className="border-line border-t py-2">
        <a className="font-semibold" href={step.elsewhere}>
          {step.label}
        </a>
      </p>
    );
  if (step.blockedBy.length > 0)
    return (
      <details className="border-line border-t py-2">
        <summary className="font-semibold">
          {step.label}: not yet, {step.blockedBy.length === 1 ? "one thing" : `${step.blockedBy.length} things`} in the
          way
        </summary>
        <Findings findings={[...step.blockedBy, ...step.warnings].map(shownFinding)} />
      </details>
    );
  return <StepForm record={record} step={step} back={back} onceKey={crypto.randomUUID()} kept={kept} />;
}
