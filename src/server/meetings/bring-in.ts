import type { Person } from "@/domain/access/actor";
import { type ReadScope, readScope } from "@/domain/access/read-scope";
import { lastPosition, mayStandUnder } from "@/domain/meetings/agenda-order";
import { programmeItemWorkflow } from "@/domain/programme/programme-item-workflow";
import type { Client, Tx } from "@/server/db";
import { invalid } from "@/server/errors";
import { findPlannedItem, getSurroundings, plannedItem } from "@/server/programme/planned-item";
import { advance } from "@/server/workflow/advance";
import type { Answers } from "@/server/workflow/answers";
import type { StepField } from "@/server/workflow/step-field";
import { type AgendaMeeting, getAgendaMeeting, recordAgenda, touchMeeting } from "./agenda-meeting";
import { publishChange } from "./published-changes";
import { listWaitingItems, type MeetingAhead, type WaitingGroup, type WaitingItem } from "./waiting-for-meeting";

const GROUPS: Readonly<Record<WaitingGroup, string>> = {
  standing: "What every agenda has",
  motions: "Motions referred",
  followUps: "Follow-ups that are due",
  programme: "Placed here by the work programme",
};

/** The fields by which it is chosen what comes onto the agenda: all of it to begin with, unless the agenda is out. */
export async function bringInFields(
  client: Client,
  scope: ReadScope,
  meeting: MeetingAhead & { isPublished: boolean },
  today: string,
): Promise<StepField[]> {
  const waiting = await listWaitingItems(client, scope, meeting, today);
  return (Object.keys(GROUPS) as WaitingGroup[]).flatMap((group): StepField[] => {
    const those = waiting.filter((each) => each.group === group);
    if (those.length === 0) return [];
    const isAsked = !meeting.isPublished && (group !== "standing" || meeting.agenda.length === 0);
    return [
      {
        kind: "several",
        name: group,
        label: GROUPS[group],
        options: those.map(({ key, item: { title }, note }) => ({
          value: key,
          label: note && group !== "programme" ? `${title} (${note})` : title,
        })),
        value: isAsked ? those.map(({ key }) => key) : [],
      },
    ];
  });
}

/**
 * Puts on the agenda what was ticked of what is waiting for the meeting, each under the item it belongs to. Items of the programme
 * are on the agenda from then on. After publication each is a supplement.
 * @param version the meeting's: two who do it at once do not both
 * @throws ExpectedError not-found; refused; invalid where nothing is ticked, or what is waiting no longer; stale
 */
export async function bringIn(
  tx: Tx,
  actor: Person,
  { meetingId, version, answers }: { meetingId: string; version: number; answers: Answers },
): Promise<void> {
  const meeting = await getAgendaMeeting(tx, actor, meetingId, "Bring in what is waiting");
  await touchMeeting(tx, meeting, version);
  const waiting = await listWaitingItems(tx, readScope(actor), meeting, meeting.clock.date);
  const groups = Object.keys(GROUPS) as WaitingGroup[];
  const keys = new Set(
    groups.flatMap((group) =>
      answers.several(
        group,
        waiting.filter((each) => each.group === group).map(({ key }) => key),
      ),
    ),
  );
  const first = groups.find((group) => waiting.some((each) => each.group === group)) ?? "standing";
  if (keys.size === 0) throw invalid(first, "Tick what is to come onto the agenda.");
  const ticked = waiting.filter(({ key }) => keys.has(key));
  await putWaitingItems(tx, actor, meeting, ticked);
  await recordAgenda(tx, actor, meeting, {
    verb: "bringIn",
    after: { fields: ["agenda"], items: ticked.map(({ item }) => item.title) },
  });
}

/** Makes the items, in their order, each under the one it belongs to. */
export async function putWaitingItems(
  tx: Tx,
  actor: Person,
  meeting: AgendaMeeting,
  waiting: readonly WaitingItem[],
): Promise<void> {
  const agenda: Placed[] = meeting.agenda.map(({ id, parentId, position, kind, withdrawnAt }) => ({
    ...{ id, parentId, position, kind },
    isOn: withdrawnAt === null,
  }));
  let before: Placed | undefined;
  for (const { item, under, nested } of waiting) {
    const whole = nested ? before : agenda.find(({ kind, parentId, isOn }) => isOn && !parentId && kind === under);
    const parentId = whole && mayStandUnder(agenda, null, whole.id) ? whole.id : null;
    const position = lastPosition(agenda, parentId);
    const opened = meeting.isPublished ? ({ audience: "public", openSince: meeting.clock.instant } as const) : {};
    const { id } = await tx.agendaItem.create({
      data: { ...item, ...opened, meetingId: meeting.id, bodyId: meeting.bodyId, parentId, position },
      select: { id: true },
    });
    const placed = { id, parentId, position, kind: item.kind, isOn: true };
    agenda.push(placed);
    // What is nested stands under the last that is not.
    if (!nested) before = placed;
    if (item.programmeItemId) await listProgrammeItem(tx, actor, item.programmeItemId, meeting);
    await publishChange(tx, actor, meeting.id, {
      kind: "supplement",
      agendaItemId: id,
      text: `“${item.title}” was added.`,
    });
  }
}

type Placed = Pick<AgendaMeeting["agenda"][number], "id" | "parentId" | "position" | "kind"> & { isOn: boolean };

/** By the programme's own machine, as from its page. */
async function listProgrammeItem(tx: Tx, actor: Person, id: string, { bodyId, clock }: AgendaMeeting): Promise<void> {
  const scope = readScope(actor);
  const row = await findPlannedItem(tx, scope, id);
  if (!programmeItemWorkflow.transitions.list.from.some((status) => status === row.status)) return;
  const subject = plannedItem(scope, row, await getSurroundings(tx, scope, bodyId));
  await advance(tx, {
    workflow: programmeItemWorkflow,
    name: "list",
    subject,
    actor,
    version: subject.version,
    today: clock.date,
    save: ({ where, data }) => tx.programmeItem.updateMany({ where, data }),
  });
}
