import { MOVEMENT_KINDS } from "@/domain/attendance/movement";
import { INTEREST_EFFECTS, INTEREST_KINDS } from "@/domain/interests/interests";
import type { KeptDraft } from "@/server/forms/drafts";
import type { TableItem } from "@/server/minutes/table-desk";
import { Gap } from "@/ui/gap";
import { OfficeSection } from "@/ui/page";
import { asList } from "@/ui/roles";
import { RecordForm } from "../../../../../../_forms/record-form";
import { SmallForm } from "../../../../../../_forms/small-form";
import { declareInterestAction } from "../../attendance/actions";
import { moveAction, unmoveAction } from "./actions";

/** Who is in the room for this item, whether that is a quorum, who came and went, and what was declared. */
export function RoomPanel({
  desk,
  here,
  drafts,
}: {
  desk: TableItem;
  here: `/office/${string}`;
  drafts: ReadonlyMap<string, KeptDraft>;
}) {
  const { room, movements, declarations, meeting, minute } = desk;
  return (
    <OfficeSection id="room" title="In the room">
      {room ? (
        <>
          <p className="py-2" role="status">
            {room.met ? (
              <>
                Quorate for this item: <b className="font-semibold">{room.counted}</b> count, {room.needed} are needed.
              </>
            ) : (
              <Gap>
                No quorum for this item: {room.counted} count, {room.needed} are needed. Nothing can be resolved on it.
              </Gap>
            )}
          </p>
          <ul {...asList} className="pb-2">
            {room.people.map(({ id, name, as, isHere, votes }) => (
              <li key={id} className="py-0.5">
                {isHere ? name : <s>{name}</s>}
                <span className="text-ink-2"> {isHere ? (votes ? "votes" : as) : "out of the room"}</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="py-2">
          <Gap>Who is here is not recorded yet, so no quorum can be counted.</Gap>
        </p>
      )}
      {movements.map(({ id, person, kind, at }) => (
        <div key={id} className="border-line border-t py-2">
          {person.name}: {MOVEMENT_KINDS[kind].toLowerCase()}
          {at ? ` at ${at}` : null}
          <SmallForm
            action={unmoveAction}
            record={{ id: meeting.id, version: 0, part: id }}
            back={here}
            onceKey={crypto.randomUUID()}
            about={person.name}
            buttons={[{ label: "Take it back" }]}
          />
        </div>
      ))}
      <details open={drafts.has("table/movement")} className="border-line border-t">
        <summary className="font-semibold">Somebody came or left</summary>
        <RecordForm
          action={moveAction}
          prefix="movement"
          record={{ id: meeting.id, version: minute.version, part: minute.id }}
          back={here}
          onceKey={crypto.randomUUID()}
          fields={desk.movementFields}
          kept={drafts.get("table/movement")?.values}
          button="Note it"
          second
          notDone="Not noted"
        />
      </details>
      {declarations.map(({ id, person, kind, effect, publicText, leftAt, returnedAt }) => (
        <p key={id} className="border-line border-t py-2">
          <b className="font-semibold">{person.name}</b>: {INTEREST_KINDS[kind]}; {INTEREST_EFFECTS[effect]}.{" "}
          {publicText}
          {leftAt ? ` Left at ${leftAt}.` : null}
          {returnedAt ? ` Came back at ${returnedAt}.` : null}
        </p>
      ))}
      <details className="border-line border-t">
        <summary className="font-semibold">An interest is declared</summary>
        <RecordForm
          action={declareInterestAction}
          prefix="interest"
          record={{ id: meeting.id, version: meeting.version }}
          back={here}
          onceKey={crypto.randomUUID()}
          fields={desk.declaring}
          kept={undefined}
          button="Record the interest"
          second
          notDone="Not recorded"
        />
      </details>
    </OfficeSection>
  );
}
