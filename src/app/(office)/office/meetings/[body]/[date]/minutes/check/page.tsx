import type { Metadata } from "next";
import { orNotFound } from "@/app/_lib/or-not-found";
import { MinutesTag } from "@/app/_lib/state-tag";
import { readScope } from "@/domain/access/read-scope";
import { formatDate, formatFullDate } from "@/domain/calendar/plain-date";
import { recordRestrictedViews } from "@/server/access/restricted-views";
import { listDrafts } from "@/server/forms/drafts";
import { getMinutesToCheck } from "@/server/minutes/checking";
import { Markdown } from "@/ui/markdown";
import { OfficeHead, OfficePage, OfficeSection } from "@/ui/page";
import { RecordForm } from "../../../../../../_forms/record-form";
import { officePage } from "../../../../../../_lib/office-page";
import { officeMeeting } from "../../../../meeting-places";
import { remarkAction } from "./actions";
import { Remarks } from "./remarks";

export const metadata: Metadata = { title: "Check the draft minutes" };

export default officePage<{ body: string; date: string }>(async (person, { body: slug, date }) => {
  const minutes = await orNotFound(getMinutesToCheck(person, { body: slug, meeting: date }));
  const { body, meeting, items, status } = minutes;
  await recordRestrictedViews(
    person.personId,
    "minute",
    items.flatMap(({ id, text }) => (text !== null && text.restriction !== "public" ? [id] : [])),
  );
  const scope = readScope(person);
  const kept = await Promise.all(items.map(({ id }) => listDrafts(scope, id)));
  const here = `/office/meetings/${slug}/${date}/minutes/check` as const;
  return (
    <OfficePage
      crumbs={[
        { href: "/office/meetings", label: "Meetings" },
        { href: officeMeeting(body, meeting), label: `${body.shortName}, ${formatDate(meeting.date)}` },
      ]}
    >
      <OfficeHead title="Check the draft minutes" tag={<MinutesTag status={status} />}>
        {formatFullDate(meeting.date)}, {body.name}. What you remark goes to whoever writes the minutes. What was
        decided took effect at the meeting: only how it is put down can be put right.
      </OfficeHead>
      {items.map(({ id, number, headings, text, decisions, checks, isAsked }, index) => (
        <OfficeSection
          key={id}
          id={`minute-${id}`}
          title={[number, headings.join(", ")].filter((part) => part !== null).join(" ")}
          aside={isAsked ? "You were asked to check it" : undefined}
        >
          {text?.markdown ? <Markdown level={3}>{text.markdown}</Markdown> : <p>Nothing is written of it yet.</p>}
          {decisions.map((decision) => (
            <p key={decision.id} className="max-w-measure py-1">
              <b className="font-semibold">{decision.verb}</b>{" "}
              <span className="whitespace-pre-line">{decision.text}</span>
            </p>
          ))}
          <Remarks checks={checks} today={person.day} />
          <RecordForm
            action={remarkAction}
            prefix={`remark-${index}`}
            record={{ id: minutes.id, version: 0, part: id }}
            back={here}
            onceKey={crypto.randomUUID()}
            fields={[
              {
                kind: "prose",
                name: "remark",
                label: "Your remark",
                hint: "What is to be put right, or that it is right as it stands",
              },
            ]}
            kept={kept[index]?.get("minutes/remark")?.values}
            button="Send the remark"
            second
            notDone="Not sent"
          />
        </OfficeSection>
      ))}
    </OfficePage>
  );
});
