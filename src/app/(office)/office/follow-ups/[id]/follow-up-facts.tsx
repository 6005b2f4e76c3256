import { minutesAddress } from "@/domain/bodies/body-address";
import { formatDate, formatMarginDate, type PlainDate } from "@/domain/calendar/plain-date";
import type { OfficeFollowUp } from "@/server/follow-ups/office";
import { Fact, Facts } from "@/ui/facts";
import { Gap } from "@/ui/gap";
import { History } from "@/ui/history";
import { OfficeSection } from "@/ui/page";
import { groundWords } from "../../../_lib/ground-words";
import { FollowUpDue } from "../follow-up-due";

/** What is asked for, by what, of whom, by when, and what became of it. */
export function FollowUpFacts({ followUp, today }: { followUp: OfficeFollowUp; today: PlainDate }) {
  const { minute, authority, topic, owners, evidence, statusReason, endAuthority, supersededBy, programmeItem } =
    followUp;
  return (
    <OfficeSection id="follow-up" title="What is asked for">
      <Facts>
        <Fact term="In full">{followUp.text}</Fact>
        <Fact term="Asked for by">
          {minute ? (
            <a href={minutesAddress(minute.minutes.meeting.body, minute.minutes.meeting, minute.number)}>
              {minute.number === null ? "The minutes" : `Minute ${minute.number}`} of{" "}
              {formatDate(minute.minutes.meeting.date)}
            </a>
          ) : authority ? (
            sentence(groundWords(authority))
          ) : (
            "A minute that is not open to you"
          )}
        </Fact>
        <Fact term="With">
          {owners.length > 0 ? owners.map(({ person }) => person.name).join(", ") : <Gap tone="stop">Nobody yet</Gap>}
        </Fact>
        <Fact term="Due">
          <FollowUpDue followUp={followUp} today={today} />
        </Fact>
        {topic ? (
          <Fact term="Topic">
            <a href={`/office/topics/${topic.slug}`}>{topic.title}</a>
          </Fact>
        ) : null}
        {evidence ? <Fact term="What shows that it is done">{evidence}</Fact> : null}
        {statusReason ? <Fact term="Reason">{statusReason}</Fact> : null}
        {endAuthority ? <Fact term="It rests on">{sentence(groundWords(endAuthority))}</Fact> : null}
        {supersededBy ? (
          <Fact term="In its place">
            <a href={`/office/follow-ups/${supersededBy.id}`}>{supersededBy.text}</a>
          </Fact>
        ) : null}
        {programmeItem ? (
          <Fact term="In the programme">
            <a href={`/office/programme/${programmeItem.body.slug}#item-${programmeItem.id}`}>{programmeItem.title}</a>
          </Fact>
        ) : null}
      </Facts>
    </OfficeSection>
  );
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** What was said of it, the latest first; nobody changes it afterwards. */
export function FollowUpNotes({ notes }: { notes: OfficeFollowUp["notes"] }) {
  return (
    <OfficeSection id="notes" title="How it goes">
      {notes.length === 0 ? (
        <p className="mt-1">Nothing has been noted yet.</p>
      ) : (
        <History
          entries={notes.map(({ id, on, by, text, escalation }) => ({
            key: id,
            dateTime: on,
            when: formatMarginDate(on, "shown"),
            what: (
              <>
                {escalation ? <b>Chased. </b> : null}
                {text} {by ? <span className="text-ink-2">{by}.</span> : null}
              </>
            ),
          }))}
        />
      )}
    </OfficeSection>
  );
}
