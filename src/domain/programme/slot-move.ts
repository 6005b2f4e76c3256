import { can, whoMay } from "@/domain/access/permissions";
import { isAfterConsultation, isCarriedByCommittee } from "@/domain/workflow/authority-rules";
import type { Circumstances, Finding, Refusal } from "@/domain/workflow/workflow";
import { endsAfterReport, isDeferredTwice, isOverCapacity } from "./item-warnings";
import { hasNoCorporatePlanOutcome } from "./planned-work";
import type { ProgrammeItem, ProgrammeItemStatus, Slot } from "./programme-item";

/** The steps of the machine that give an item its place or take it away. */
export type PlacingStep = "takeIn" | "schedule" | "deferTo" | "deferWithoutSlot";

/** What a move is: the steps it takes, in order, none where only the place changes; and whether it puts the item off. */
export type SlotMove = { steps: readonly PlacingStep[]; deferral: boolean };

/** In these somebody may count on the day: to move it later is to put it off. */
const COUNTED_ON: readonly ProgrammeItemStatus[] = ["scheduled", "with_group", "on_agenda"];

/** Whether somebody may count on its day. */
export const isCountedOn = ({ status }: Pick<ProgrammeItem, "status">): boolean => COUNTED_ON.includes(status);

/**
 * What moving an item to another place means, or to none. From an agenda it takes a step of the machine wherever it goes,
 * because it leaves that agenda; it is put off only where it comes later than it was to.
 * @returns null where an item in this status has no place to move from: it is over, or gone
 */
export function slotMove(
  { status, slot }: Pick<ProgrammeItem, "status" | "slot">,
  to: Pick<Slot, "on"> | null,
): SlotMove | null {
  const deferral = isCountedOn({ status }) && slot !== null && (to === null || to.on > slot.on);
  switch (status) {
    case "proposed":
      return { steps: to === null ? ["takeIn"] : ["takeIn", "schedule"], deferral };
    case "provisional":
    case "continued":
    case "monitoring":
      return { steps: to === null ? [] : ["schedule"], deferral };
    case "scheduled":
      if (to === null) return { steps: ["deferWithoutSlot"], deferral };
      return { steps: deferral ? ["deferTo"] : [], deferral };
    case "on_agenda":
      return { steps: [to === null ? "deferWithoutSlot" : "deferTo"], deferral };
    case "with_group":
      return { steps: [], deferral };
    default:
      return null;
  }
}

/** Whether a move is somebody's decision, which rests on an authority and has a reason (LGA 1972 s101). */
export const isDecision = ({ steps, deferral }: SlotMove): boolean =>
  deferral || steps.includes("deferTo") || steps.includes("deferWithoutSlot");

/** The same warnings as when the machine schedules an item. */
const PLACE_WARNINGS = [isOverCapacity, endsAfterReport, isDeferredTwice, hasNoCorporatePlanOutcome];

/**
 * The judge of a move that takes no step of the machine: an item brought forward, or one with a review group that reports on
 * another day. It asks what the machine asks: who, on what authority if it puts something off, and why if there is a warning.
 * @param item with its new place, and with the deferral among its deferrals if it is one
 */
export function judgePlainMove(
  item: ProgrammeItem,
  { deferral }: SlotMove,
  circumstances: Circumstances,
): { allowed: true; warnings: readonly Finding[] } | { allowed: false; refusal: Refusal } {
  const refuse = (code: Refusal["code"], sentence: string, findings: readonly Finding[] = []) =>
    ({ allowed: false, refusal: { code, sentence, findings } }) as const;

  const needs = deferral ? "programme.decide" : "programme.edit";
  if (!can(circumstances.actor, needs, item)) return refuse("not-permitted", `“Move” is for ${whoMay(needs)}.`);

  const warnings = item.slot === null ? [] : PLACE_WARNINGS.flatMap((warning) => warning(item, circumstances.today));
  if (deferral) {
    const standing = [isCarriedByCommittee, isAfterConsultation].flatMap((rule) => rule(item, circumstances));
    const found = circumstances.authority ? standing : [NO_AUTHORITY, ...standing];
    if (found.length > 0) return refuse("against-rule", "Not moved: this puts it off.", [...found, ...warnings]);
  }
  if ((deferral || warnings.length > 0) && !circumstances.reason?.trim())
    return refuse("needs-reason", "Give a reason. It is recorded with this step.", warnings);
  return { allowed: true, warnings };
}

const NO_AUTHORITY: Finding = {
  severity: "hard",
  code: "no-authority",
  sentence:
    "Say what this rests on: a resolution of the committee, or an officer's decision after consulting the chair.",
  authority: "LGA 1972 s101",
  field: "authority",
};
