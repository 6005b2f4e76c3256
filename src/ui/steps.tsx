import { classNames } from "./class-names";
import { asList } from "./roles";

/** done: a full box. part: half. missing: open. */
export type StepState = "done" | "part" | "missing";

const BOX: Record<StepState, string> = {
  done: "bg-done text-paper",
  part: "bg-linear-to-tr from-done-bg from-50% to-transparent to-50% text-ink inset-ring-[1.5px] inset-ring-done",
  missing: "text-ink-2 inset-ring-[1.5px] inset-ring-line-2",
};

const SAID: Record<StepState, string> = { done: "done", part: "in part", missing: "missing" };

/** The five steps of a topic on the long list. Say in words beside them what is missing. */
export function Steps({ steps }: { steps: readonly { readonly name: string; readonly state: StepState }[] }) {
  return (
    <ol {...asList} className="steps inline-grid grid-cols-[repeat(5,1.375rem)] gap-1">
      {steps.map((step, index) => (
        <li
          key={step.name}
          data-state={step.state}
          className={classNames(
            "grid size-[1.375rem] place-items-center rounded-mark text-[0.8125rem] leading-none font-bold forced-color-adjust-none",
            BOX[step.state],
          )}
        >
          <span aria-hidden="true">{index + 1}</span>
          <span className="sr-only">
            {step.name}: {SAID[step.state]}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** What the numbers of the steps stand for, above the table that shows them. */
export function StepsKey({ names }: { names: readonly string[] }) {
  return (
    <ol {...asList} className="flex flex-wrap gap-x-5 gap-y-1 text-note">
      {names.map((name, index) => (
        <li key={name} className="flex items-baseline gap-[0.5em]">
          <b className="min-w-[1em]">{index + 1}</b> {name}
        </li>
      ))}
    </ol>
  );
}
