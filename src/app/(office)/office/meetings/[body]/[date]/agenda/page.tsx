import type { Metadata } from "next";
import { orNotFound } from "@/app/_lib/or-not-found";
import { MeetingTag } from "@/app/_lib/state-tag";
import type { Person } from "@/domain/access/actor";
import { readScope } from "@/domain/access/read-scope";
import { formatDate, formatFullDate } from "@/domain/calendar/plain-date";
import { listDrafts } from "@/server/forms/drafts";
import { getAgendaDesk, listMotionFields, listWaitingFields } from "@/server/meetings/agenda-desk";
import { indicationFields } from "@/server/meetings/indications";
import type { FieldGroup } from "@/server/workflow/step-field";
import { Empty } from "@/ui/empty";
import { Meta } from "@/ui/meta";
import { OfficeHead, OfficePage, OfficeSection } from "@/ui/page";
import { RecordForm } from "../../../../../_forms/record-form";
import { officePage } from "../../../../../_lib/office-page";
import { officeMeeting } from "../../../meeting-places";
import { addItemAction, bringInAction, nameMotionsAction } from "./actions";
import { AgendaItems } from "./agenda-items";
import { AgendaMoves } from "./agenda-moves";
import { isPrivateField, privateGroup } from "./private-group";

export const metadata: Metadata = { title: "Agenda" };

export default officePage<{ body: string; date: string }>(async (person, { body: slug, date }, asked) => {
  const desk = await orNotFound(getAgendaDesk(person, { body: slug, meeting: date }));
  const { meeting, items, fields } = desk;
  const scope = readScope(person);
  const [drafts, waiting, motions] = await Promise.all([
    listDrafts(scope, meeting.id),
    listWaitingFields(person, desk),
    listMotionFields(person, desk),
  ]);
  const here = officeMeeting(meeting.body, meeting);
  const back = `/office/meetings/${slug}/${date}/agenda` as const;
  const mayMove = !meeting.isPublished && !meeting.isOver && items.length > 1;
  const moved = items.find(({ id }) => id === asked.moved);
  return (
    <OfficePage
      crumbs={[
        { href: "/office/meetings", label: "Meetings" },
        { href: here, label: `${meeting.body.shortName}, ${formatDate(meeting.date)}` },
      ]}
    >
      <OfficeHead
        title={`Agenda of ${formatFullDate(meeting.date)}`}
        tag={<MeetingTag status={meeting.status} />}
        actions={<a href={`${here}/publication`}>Publication: timetable, checklist, preview</a>}
      >
        {meeting.body.name}.{" "}
        {meeting.isOver
          ? "The meeting is over: its agenda stays as it is."
          : meeting.isPublished
            ? "It is published: what you add is a supplement, and what you withdraw stays, struck out. Each is dated, in public."
            : "Numbers follow from the order. Nobody outside sees it before it is published."}
      </OfficeHead>
      <OfficeSection id="items" title="Items" aside={String(items.length)}>
        {items.length === 0 ? (
          <Empty what="No items yet.">
            {waiting.length > 0 ? "Bring in what is waiting, or add the first below." : "Add the first below."}
          </Empty>
        ) : (
          <>
            {mayMove ? (
              <Meta className="mt-1">
                Move an item by its buttons, or drag it; on a button, the arrow keys do the same. “In” puts it under the
                item before it.
              </Meta>
            ) : null}
            <AgendaMoves
              moved={moved && { id: moved.id, version: meeting.version }}
              said={moved ? `“${moved.title}” is now item ${moved.number}.` : ""}
            >
              <AgendaItems desk={desk} back={back} />
            </AgendaMoves>
          </>
        )}
      </OfficeSection>
      {waiting.length > 0 ? (
        <OfficeSection id="waiting" title="Bring in what is waiting for this meeting">
          <RecordForm
            action={bringInAction}
            prefix="waiting"
            record={{ id: meeting.id, version: meeting.version }}
            back={back}
            onceKey={crypto.randomUUID()}
            fields={waiting}
            kept={drafts.get("agenda/waiting")?.values}
            button="Bring in what is ticked"
            second
            notDone="Not brought in"
          />
        </OfficeSection>
      ) : null}
      {motions.length > 0 ? (
        <OfficeSection id="motions" title="Motions referred, and the meeting each waits for">
          <RecordForm
            action={nameMotionsAction}
            prefix="motions"
            record={{ id: meeting.id, version: meeting.version }}
            back={back}
            onceKey={crypto.randomUUID()}
            fields={motions}
            kept={drafts.get("agenda/motions")?.values}
            button="Save the meetings"
            second
            notDone="Not saved"
          />
        </OfficeSection>
      ) : null}
      {meeting.isOver ? null : (
        <OfficeSection id="add" title="Add an item">
          <RecordForm
            action={addItemAction}
            prefix="add"
            record={{ id: meeting.id, version: meeting.version }}
            back={back}
            onceKey={crypto.randomUUID()}
            fields={fields.filter((field) => !LINKS.includes(field.name) && !isPrivateField(field))}
            groups={[
              privateGroup(fields),
              ...(meeting.isLate ? [await urgentGroup(meeting, person)] : []),
              {
                name: "links",
                title: "What it is linked to",
                hint: "A topic, an item of the work programme, the minutes it confirms.",
                fields: fields.filter(({ name }) => LINKS.includes(name)),
              },
            ]}
            kept={drafts.get("agenda/add")?.values}
            button={meeting.isPublished ? "Add the item as a supplement" : "Add the item"}
            notDone="Not added"
          />
        </OfficeSection>
      )}
    </OfficePage>
  );
});

/** Of an item these are filled in for some: what is brought in from what waits has them already. */
const LINKS = ["topicId", "programmeItemId", "minutesOfId"];

/** What comes too late to have its clear days may be thought urgent by whoever is to preside. */
const urgentGroup = async (meeting: Parameters<typeof indicationFields>[0], person: Person): Promise<FieldGroup> => ({
  name: "urgent",
  title: "Whoever is to preside thinks it urgent",
  hint: "An item added now has fewer than 5 clear days. It can be taken if whoever presides finds it urgent at the meeting; what they say before is shown as to be confirmed there.",
  fields: await indicationFields(meeting, null, person),
});
