import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { recipientWords } from "@/domain/recommendations/recipient-words";
import { type KeptDraft, listDrafts } from "@/server/forms/drafts";
import type { DeskDecision } from "@/server/minutes/desk";
import { Findings } from "@/ui/findings";
import { Meta } from "@/ui/meta";
import { RecordForm } from "../../../../../../../_forms/record-form";
import { SmallForm } from "../../../../../../../_forms/small-form";
import { shownFinding } from "../../../../../../../_lib/finding-words";
import { editDecisionAction, removeDecisionAction } from "../actions";

type DecidedIn = { id: string; version: number; part: string };

/** What was decided under an item, each decision with its form behind a word. */
export async function DecidedList({
  decisions,
  record,
  here,
  person,
}: {
  decisions: readonly DeskDecision[];
  record: DecidedIn;
  here: `/office/${string}`;
  person: Person;
}) {
  const kept = await Promise.all(decisions.map(({ id }) => listDrafts(readScope(person), id)));
  return decisions.map((decision, index) => (
    <Decision
      key={decision.id}
      decision={decision}
      record={{ ...record, part: decision.id }}
      here={here}
      drafts={kept[index] ?? new Map()}
    />
  ));
}

function Decision({
  decision,
  record,
  here,
  drafts,
}: {
  decision: DeskDecision;
  record: DecidedIn;
  here: `/office/${string}`;
  drafts: ReadonlyMap<string, KeptDraft>;
}) {
  const kept = drafts.get("minutes/decision")?.values;
  const to = recipientWords(decision.recommendations.flatMap(({ clauses }) => clauses));
  return (
    <div className="border-line border-t py-2">
      <p>
        <b className="font-semibold">{decision.verb}</b> <span className="whitespace-pre-line">{decision.text}</span>
      </p>
      {to === null ? null : <Meta as="div">To {to}</Meta>}
      {decision.findings.length > 0 ? <Findings findings={decision.findings.map(shownFinding)} /> : null}
      <details open={kept !== undefined}>
        <summary className="linklike inline-block">Change it</summary>
        <RecordForm
          action={editDecisionAction}
          prefix={`decision-${decision.position}`}
          record={record}
          back={here}
          onceKey={crypto.randomUUID()}
          fields={decision.fields}
          kept={kept}
          button="Save the decision"
          second
        />
        <SmallForm
          action={removeDecisionAction}
          record={record}
          back={here}
          onceKey={crypto.randomUUID()}
          about={decision.text}
          buttons={[{ label: "Take the decision out" }]}
        />
      </details>
    </div>
  );
}
