import type { Metadata } from "next";
import { momentWords } from "@/app/_lib/day";
import { orNotFound } from "@/app/_lib/or-not-found";
import { DocumentLinks } from "@/app/_record/document-links";
import { formatDate, formatFullDate } from "@/domain/calendar/plain-date";
import { SUBJECT_TO, saysAnything } from "@/domain/minutes/decision-sheet";
import { getDecisionSheets } from "@/server/decision-sheets/queries";
import { Main, OfficeHead, OfficePage, OfficeSection, OfficeSplit, Side } from "@/ui/page";
import { RecordForm } from "../../../../../_forms/record-form";
import { officePage } from "../../../../../_lib/office-page";
import { officeMeeting } from "../../../meeting-places";
import { issueDecisionSheetAction } from "./actions";
import { SheetLines } from "./sheet-lines";

export const metadata: Metadata = { title: "Decision sheet" };

export default officePage<{ body: string; date: string }>(async (person, { body: slug, date }) => {
  const { meeting, issued, next } = await orNotFound(getDecisionSheets(person, { body: slug, meeting: date }));
  const here = `/office/meetings/${slug}/${date}/decision-sheet` as const;
  const [last] = issued;
  const isNews = next !== null && JSON.stringify(next) !== JSON.stringify(last?.lines ?? null);
  return (
    <OfficePage
      crumbs={[
        { href: "/office/meetings", label: "Meetings" },
        { href: officeMeeting(meeting.body, meeting), label: `${meeting.body.shortName}, ${formatDate(meeting.date)}` },
      ]}
    >
      <OfficeHead
        title="Decision sheet"
        actions={last ? <DocumentLinks of="decision-sheet" at={here} title="the decision sheet" /> : undefined}
      >
        {formatFullDate(meeting.date)}, {meeting.body.name}. {SUBJECT_TO}
      </OfficeHead>
      <OfficeSplit>
        <Main>
          {last ? (
            <OfficeSection id="sent" title={`As it was sent, ${momentWords(last.issuedAt, person.day)}`}>
              <SheetLines lines={last.lines} />
            </OfficeSection>
          ) : null}
          {isNews && next ? (
            <OfficeSection id="next" title={last ? "As it would go out now" : "As it would go out"}>
              {saysAnything(next) ? (
                <SheetLines lines={next} />
              ) : (
                <p>No decision is recorded yet, and nothing is asked of anybody.</p>
              )}
            </OfficeSection>
          ) : null}
        </Main>
        <Side labelledBy="send">
          {isNews && next && saysAnything(next) ? (
            <OfficeSection id="send" title={last ? "Send it again" : "Send it"}>
              <p className="py-2">
                It goes by mail to everybody who sits on the body and to everybody of whom something is asked, with what
                is asked of them first. What is not for publication is named and not told.
              </p>
              <RecordForm
                action={issueDecisionSheetAction}
                prefix="sheet"
                record={{ id: meeting.id, version: meeting.version }}
                back={here}
                onceKey={crypto.randomUUID()}
                fields={[]}
                kept={undefined}
                button="Send the decision sheet"
                notDone="Not sent"
              />
            </OfficeSection>
          ) : (
            <OfficeSection id="send" title="Sent">
              <p className="py-2">
                {last ? "Nothing was changed since." : "There is nothing to send: the minutes are not begun."}
              </p>
            </OfficeSection>
          )}
          {issued.length > 1 ? (
            <OfficeSection id="earlier" title="Sent before">
              {issued.slice(1).map(({ number, issuedAt }) => (
                <p key={number} className="py-1">
                  {momentWords(issuedAt, person.day)}
                </p>
              ))}
            </OfficeSection>
          ) : null}
        </Side>
      </OfficeSplit>
    </OfficePage>
  );
});
