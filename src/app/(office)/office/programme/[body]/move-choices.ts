import type { Person } from "@/domain/access/actor";
import { can, whoMay } from "@/domain/access/permissions";
import { formatDate, formatMarginDate, type PlainDate } from "@/domain/calendar/plain-date";
import { ELSEWHERE, NOT_YET_PLACED } from "@/domain/programme/place-words";
import { programmeItemWorkflow } from "@/domain/programme/programme-item-workflow";
import { isCountedOn, isDecision, slotMove } from "@/domain/programme/slot-move";
import { decide, type Finding } from "@/domain/workflow/workflow";
import type { Card } from "@/server/programme/desk-card";
import type { BodyMeeting } from "@/server/programme/planned-item";
import type { Resolution } from "@/server/workflow/authority";
import type { Option } from "@/ui/field";
import { resolutionWords } from "../../../_lib/resolution-words";
import type { Movable } from "./move-form";

type Around = {
  person: Person;
  body: string;
  meetings: readonly BodyMeeting[];
  resolutions: readonly Resolution[];
  chair: string;
  today: PlainDate;
  suggested?: { item: string; to: string; reason: string } | undefined;
};

/** A move that may be made, or why none may be. */
export type MoveOffer =
  | { kind: "form"; item: Movable }
  | { kind: "blocked"; by: readonly Finding[] }
  | { kind: "none" };

/** What this person may do with the card: the page asks the same judge as the command. */
export function offerMove({ item }: Pick<Card, "item">, around: Around): MoveOffer {
  const { person, today } = around;
  const elsewhere = slotMove(item, { on: today });
  if (!can(person, "programme.edit", item) || elsewhere === null) return { kind: "none" };

  // Whether it can be scheduled at all does not depend on the day, so any will do to ask with.
  const slot = { kind: "briefing", on: today } as const;
  const verdict = elsewhere.steps.includes("schedule")
    ? decide(programmeItemWorkflow, "schedule", { ...item, status: "provisional", slot }, { actor: person, today })
    : null;
  const hard = verdict?.allowed === false ? verdict.refusal.findings.filter(({ severity }) => severity === "hard") : [];
  if (hard.length > 0 && item.status !== "proposed") return { kind: "blocked", by: hard };
  const places = hard.length > 0 ? [takenIn] : placesFor(item, around);
  if (places.length === 0) return { kind: "blocked", by: [DECIDED_BY_OTHERS] };
  return {
    kind: "form",
    item: {
      id: item.id,
      version: item.version,
      title: item.title,
      body: around.body,
      places,
      decision: isCountedOn(item) ? decisionOn(item, around) : null,
      asksReason: isCountedOn(item) || (verdict?.allowed === false && verdict.refusal.code === "needs-reason"),
      chair: around.chair,
      onceKey: crypto.randomUUID(),
      ...(around.suggested?.item === item.id && { suggested: around.suggested }),
    },
  };
}

const takenIn: Option = { value: "none", label: `${NOT_YET_PLACED}: take it into the programme` };

const DECIDED_BY_OTHERS: Finding = {
  severity: "hard",
  code: "not-permitted",
  sentence: `To move it from here is to decide about it, which is for ${whoMay("programme.decide")}.`,
  authority: "LGA 1972 s101",
};

/** The places that are this person's to choose: to put something off is a decision, which is not everybody's who edits. */
function placesFor(item: Card["item"], { person, meetings, today }: Around): Option[] {
  const { slot, status } = item;
  const decides = can(person, "programme.decide", item);
  const isOpen = (to: { on: PlainDate } | null) => {
    const move = slotMove(item, to);
    return move !== null && (decides || !isDecision(move));
  };
  const ahead = meetings.filter(
    ({ id, date, status: held }) =>
      date >= today && held !== "held" && !(slot?.kind === "meeting" && slot.meetingId === id) && isOpen({ on: date }),
  );
  return [
    ...ahead.map(({ id, date, status }) => ({
      value: id,
      label: `${formatMarginDate(date, "shown")}${status === "published" ? ", agenda published" : ""}`,
    })),
    ...(isOpen({ on: today }) ? Object.entries(ELSEWHERE) : []).map(([value, label]) => ({
      value,
      label: `${label}, on a day of its own`,
    })),
    ...(status === "proposed"
      ? [takenIn]
      : slot === null || !isOpen(null)
        ? []
        : [{ value: "none", label: NOT_YET_PLACED }]),
  ];
}

const ORDINALS = ["first", "second", "third", "fourth", "fifth"];

function decisionOn({ id, deferrals, status }: Card["item"], { meetings, today, resolutions }: Around) {
  const next = meetings.find(({ date, status: held }) => date >= today && held !== "held");
  const which = ORDINALS[deferrals.length] ?? `${deferrals.length + 1}th`;
  return {
    hint: [
      `To a later day, or to none, is its ${which} deferral${next ? `, listed for ${formatDate(next.date, { leftOutIn: today })}` : ""}.`,
      status === "on_agenda" ? "The agenda it is on stays as it was published." : "",
    ]
      .filter(Boolean)
      .join(" "),
    decisions: resolutions
      .filter(({ itemId }) => itemId === id)
      .map((resolution) => ({ id: resolution.id, label: resolutionWords(resolution) })),
  };
}
