import type { Person } from "@/domain/access/actor";
import { meetingAddress } from "@/domain/bodies/body-address";
import { CLEAR_DAYS_NEEDED } from "@/domain/calendar/clear-days";
import type { CouncilCalendar } from "@/domain/calendar/council-calendar";
import { noticeVerdict } from "@/domain/calendar/notice";
import { formatDate } from "@/domain/calendar/plain-date";
import type { Move } from "@/domain/workflow/workflow";
import type { ProposalPage } from "@/server/scoping/queries";
import { Actions, Button } from "@/ui/button";
import { Hint } from "@/ui/field";
import { Findings } from "@/ui/findings";
import { Heading } from "@/ui/heading";
import { OfficeSection } from "@/ui/page";
import { shownFinding } from "../../../_lib/finding-words";
import { SECTION_FORM } from "./section-form-id";

/** What stops a proposal, what is worth a look, and the button, which saves the open part first. */
export function ForwardPanel({
  proposal,
  person,
  forward,
  calendar,
  isSettled,
}: {
  proposal: ProposalPage;
  person: Person;
  forward: Move<string> | undefined;
  calendar: CouncilCalendar;
  /** The open part is a form that can be saved, not two versions to choose from. */
  isSettled: boolean;
}) {
  if (!forward) return null;
  const { blockedBy, warnings } = forward;
  return (
    <OfficeSection id="before" title="Before it can be put forward">
      {blockedBy.length > 0 ? (
        <Findings findings={blockedBy.map(shownFinding)} />
      ) : (
        <Findings
          findings={[
            { key: "nothing", severity: "good", what: "Nothing stops it.", why: "All that is required is there." },
          ]}
        />
      )}
      <Heading level={3} className="mt-4">
        Worth a look, stops nothing
      </Heading>
      <Findings
        findings={[
          ...warnings.map(shownFinding),
          { key: "approval", severity: "good", what: "No date of approval.", why: "Right: it comes from the minute." },
        ]}
      />
      {isSettled ? (
        <Actions className="mt-4">
          <Button form={SECTION_FORM} name="goTo" value="forward" second={blockedBy.length > 0}>
            Put forward
          </Button>
        </Actions>
      ) : (
        <p className="mt-4">Choose between the two versions first. Then it can be put forward.</p>
      )}
      <div className="mt-2">
        <Hint>
          {isSettled ? "Saves the open section, and shows everything once more before it goes. " : null}
          <Deadline proposal={proposal} person={person} calendar={calendar} />
        </Hint>
      </div>
    </OfficeSection>
  );
}

/** Whether it is still in time for the next meeting, if it went up today. */
function Deadline({
  proposal: { nextMeeting, body },
  person,
  calendar,
}: {
  proposal: ProposalPage;
  person: Person;
  calendar: CouncilCalendar;
}) {
  if (!nextMeeting) return null;
  const { clear } = noticeVerdict(person.day, nextMeeting.date, { calendar });
  const days = clear.count === 1 ? "1 clear day" : `${clear.count} clear days`;
  return (
    <>
      Published today it has {days} before the meeting of{" "}
      <a href={meetingAddress(body, nextMeeting)}>{formatDate(nextMeeting.date, { leftOutIn: person.day })}</a>; the
      rule is {CLEAR_DAYS_NEEDED}.
    </>
  );
}
