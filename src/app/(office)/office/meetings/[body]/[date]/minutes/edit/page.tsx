import type { Metadata } from "next";
import { orNotFound } from "@/app/_lib/or-not-found";
import { MinutesTag } from "@/app/_lib/state-tag";
import { readScope } from "@/domain/access/read-scope";
import { formatDate, formatFullDate } from "@/domain/calendar/plain-date";
import { listDrafts } from "@/server/forms/drafts";
import { amendmentFields } from "@/server/minutes/amendments";
import { type DeskMinutes, getMinutesDesk } from "@/server/minutes/desk";
import { minuteFields } from "@/server/minutes/minute-form";
import { minutesSteps } from "@/server/minutes/steps";
import { Foot, Main, OfficeHead, OfficePage, OfficeSection, OfficeSplit, Side } from "@/ui/page";
import { RecordForm } from "../../../../../../_forms/record-form";
import { officePage } from "../../../../../../_lib/office-page";
import { StepsPanel } from "../../../../../../_steps/steps-panel";
import { officeMeeting } from "../../../../meeting-places";
import { MinutesHistory } from "../minutes-history";
import { addMinuteAction, amendMinutesAction, startMinutesAction } from "./actions";
import { MinuteList } from "./minute-list";

export const metadata: Metadata = { title: "Work on the minutes" };

export default officePage<{ body: string; date: string }>(async (person, { body: slug, date }) => {
  const { meeting, minutes } = await orNotFound(getMinutesDesk(person, { body: slug, meeting: date }));
  const read = `/office/meetings/${slug}/${date}/minutes` as const;
  const crumbs = [
    { href: "/office/meetings", label: "Meetings" },
    { href: officeMeeting(meeting.body, meeting), label: `${meeting.body.shortName}, ${formatDate(meeting.date)}` },
  ];
  const title = `Minutes of ${formatFullDate(meeting.date)}`;
  if (!minutes)
    return (
      <OfficePage crumbs={crumbs}>
        <OfficeHead title={title}>
          {meeting.body.name}. They begin with a minute for each item of the agenda, numbered as the body numbers its
          minutes. Nobody but the chair and democratic services sees them before they are checked.
        </OfficeHead>
        <RecordForm
          action={startMinutesAction}
          prefix="minutes"
          record={{ id: meeting.id, version: meeting.version }}
          back={`${read}/edit`}
          onceKey={crypto.randomUUID()}
          fields={[]}
          kept={undefined}
          button="Begin the minutes"
          notDone="Not begun"
          cancel={`/office/meetings/${slug}/${date}`}
        />
      </OfficePage>
    );
  const scope = readScope(person);
  const [offered, drafts] = await Promise.all([minutesSteps.offer(person, minutes.id), listDrafts(scope, minutes.id)]);
  return (
    <OfficePage crumbs={crumbs}>
      <OfficeSplit>
        <Main>
          <OfficeHead
            title={title}
            tag={<MinutesTag status={minutes.status} />}
            actions={<a href={read}>As they are read</a>}
          >
            {meeting.body.name}.{" "}
            {minutes.isWritable
              ? "A decision recorded here counts at once: other records can rest on it before the minutes are published."
              : "The public has them: what is changed now keeps both texts."}
          </OfficeHead>
          <OfficeSection id="minutes" title="Minutes" aside={String(minutes.items.length)}>
            <MinuteList minutes={minutes} here={`${read}/edit`} />
          </OfficeSection>
          {minutes.isWritable ? (
            <OfficeSection id="add" title="Add a minute">
              <p className="pt-2 text-ink-2">For what is on no agenda: a welcome, business taken as urgent.</p>
              <RecordForm
                action={addMinuteAction}
                prefix="add"
                record={{ id: minutes.id, version: minutes.version }}
                back={`${read}/edit`}
                onceKey={crypto.randomUUID()}
                fields={minuteFields(null)}
                kept={drafts.get("minutes/add")?.values}
                button="Add the minute"
                second
                notDone="Not added"
              />
            </OfficeSection>
          ) : (
            <OfficeSection id="amend" title="Record a correction">
              <RecordForm
                action={amendMinutesAction}
                prefix="amend"
                record={{ id: minutes.id, version: minutes.version }}
                back={`${read}/edit`}
                onceKey={crypto.randomUUID()}
                fields={amendmentFields(minutes.items.map(minuteOption))}
                kept={drafts.get("minutes/amend")?.values}
                button="Record the correction"
                second
                notDone="Not recorded"
              />
            </OfficeSection>
          )}
        </Main>
        <Side labelledBy="steps">
          <StepsPanel offered={offered} back={`${read}/edit`} drafts={drafts} />
        </Side>
        <Foot>
          <MinutesHistory person={person} minutes={minutes} />
        </Foot>
      </OfficeSplit>
    </OfficePage>
  );
});

const minuteOption = ({ id, number, headings }: DeskMinutes["items"][number]) => ({
  value: id,
  label: [number, headings.join(", ")].filter((part) => part !== null).join(" "),
});
