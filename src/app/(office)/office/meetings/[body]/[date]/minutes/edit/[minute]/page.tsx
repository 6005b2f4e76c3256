import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/_lib/or-not-found";
import { readScope } from "@/domain/access/read-scope";
import { formatDate } from "@/domain/calendar/plain-date";
import { withQuestions } from "@/domain/questions/question-minute";
import { recordRestrictedViews } from "@/server/access/restricted-views";
import { listDrafts } from "@/server/forms/drafts";
import { getChecking } from "@/server/minutes/checking";
import { getMinuteDesk } from "@/server/minutes/desk";
import { listQuestionsAtItem } from "@/server/questions/queries";
import { Main, OfficeHead, OfficePage, OfficeSection, OfficeSplit, Side } from "@/ui/page";
import { Tag } from "@/ui/tag";
import { RecordForm } from "../../../../../../../_forms/record-form";
import { SmallForm } from "../../../../../../../_forms/small-form";
import { officePage } from "../../../../../../../_lib/office-page";
import { officeMeeting } from "../../../../../meeting-places";
import { AskedHere } from "../../../questions/asked-here";
import { TakeInButton } from "../../../questions/take-in-button";
import { askToCheckAction } from "../../check/actions";
import { Remarks } from "../../check/remarks";
import { addDecisionAction, editMinuteAction, removeMinuteAction } from "../actions";
import { DecidedList } from "./decided-list";

export const metadata: Metadata = { title: "Minute" };

type Address = { body: string; date: string; minute: string };

export default officePage<Address>(async (person, { body: slug, date, minute: minuteId }) => {
  const desk = await orNotFound(getMinuteDesk(person, { body: slug, meeting: date }, minuteId));
  const { meeting, minutes, minute, isRestricted, fields, decisions, newDecision } = desk;
  if (!minutes.isWritable) notFound();
  if (isRestricted) await recordRestrictedViews(person.personId, "minute", [minute.id]);
  const [drafts, { checks, asking }, questions] = await Promise.all([
    listDrafts(readScope(person), minute.id),
    getChecking(person, minute.id),
    listQuestionsAtItem(readScope(person), { meetingId: meeting.id, agendaItemId: minute.agendaItemId }),
  ]);
  const text = minute.text?.markdown ?? "";
  const isMinuted = withQuestions(text, questions) === text;
  const list = `/office/meetings/${slug}/${date}/minutes/edit` as const;
  const here = `${list}/${minute.id}` as const;
  const record = { id: minutes.id, version: minute.version, part: minute.id };
  return (
    <OfficePage
      crumbs={[
        { href: "/office/meetings", label: "Meetings" },
        { href: officeMeeting(meeting.body, meeting), label: `${meeting.body.shortName}, ${formatDate(meeting.date)}` },
        { href: list, label: "Minutes" },
      ]}
    >
      <OfficeHead
        title={[minute.number, minute.headings.join(", ")].filter((part) => part !== null).join(" ")}
        tag={isRestricted ? <Tag tone="held">Not for publication</Tag> : null}
      >
        {minute.itemNumber ? `Item ${minute.itemNumber} of the agenda.` : "Of no item of the agenda."}
      </OfficeHead>
      <OfficeSplit>
        <Main>
          <AskedHere questions={questions} isMinuted={isMinuted} desk={`/office/meetings/${slug}/${date}/questions`} />
          <OfficeSection id="minute" title="What it says">
            <RecordForm
              action={editMinuteAction}
              prefix="minute"
              record={record}
              back={here}
              onceKey={crypto.randomUUID()}
              fields={fields}
              kept={drafts.get("minutes/minute")?.values}
              button="Save the minute"
              more={isMinuted ? null : <TakeInButton />}
            />
          </OfficeSection>
        </Main>
        <Side labelledBy="decisions">
          <OfficeSection id="decisions" title="What was decided">
            <DecidedList decisions={decisions} record={record} here={here} person={person} />
            {decisions.length > 0 ? (
              <p className="border-line border-t py-2">
                What it recommends goes to whoever is to answer once it is recorded, clause by clause, under{" "}
                <a href="/office/recommendations">Recommendations</a>; what somebody is to do, under{" "}
                <a href="/office/follow-ups">Follow-ups</a>.
              </p>
            ) : null}
            <details
              open={decisions.length === 0 || drafts.has("minutes/decide")}
              className="border-line border-t py-2"
            >
              <summary className="font-semibold">Record {decisions.length > 0 ? "another" : "a"} decision</summary>
              <RecordForm
                action={addDecisionAction}
                prefix="decide"
                record={record}
                back={here}
                onceKey={crypto.randomUUID()}
                fields={newDecision}
                kept={drafts.get("minutes/decide")?.values}
                button="Record the decision"
                second
                notDone="Not recorded"
              />
            </details>
          </OfficeSection>
          <OfficeSection id="checks" title="Checking" aside={String(checks.length)}>
            <Remarks checks={checks} today={person.day} />
            <details open={drafts.has("minutes/ask-to-check")}>
              <summary className="font-semibold">Ask somebody to check it</summary>
              <RecordForm
                action={askToCheckAction}
                prefix="check"
                record={record}
                back={here}
                onceKey={crypto.randomUUID()}
                fields={asking}
                kept={drafts.get("minutes/ask-to-check")?.values}
                button="Ask them to check it"
                second
                notDone="Not asked"
              />
            </details>
          </OfficeSection>
          <OfficeSection id="remove" title="Take it out">
            <SmallForm
              action={removeMinuteAction}
              record={record}
              back={list}
              onceKey={crypto.randomUUID()}
              about={minute.headings.join(", ")}
              buttons={[{ label: "Take the minute out" }]}
            />
          </OfficeSection>
        </Side>
      </OfficeSplit>
    </OfficePage>
  );
});
