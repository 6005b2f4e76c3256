import { formatDate, formatMarginDate, type PlainDate } from "@/domain/calendar/plain-date";
import { standingAlone } from "@/domain/recommendations/clause-words";
import { RECIPIENT_KINDS } from "@/domain/recommendations/recommendation";
import type { OfficeClause } from "@/server/recommendations/office";
import { Fact, Facts } from "@/ui/facts";
import { Gap, Nil } from "@/ui/gap";
import { History } from "@/ui/history";
import { OfficeSection } from "@/ui/page";
import { groundWords } from "../../../../_lib/ground-words";
import { ClockFact, ClockWorking } from "../../clock-fact";

/** What is asked of whom, the clock with its working, and what the committee said of it. */
export function ClauseFacts({
  found: { clause, contestedBy, authority },
  today,
}: {
  found: OfficeClause;
  today: PlainDate;
}) {
  const { notice, statusReason, evidence, expectedOn } = clause;
  return (
    <OfficeSection id="clause" title="What is asked">
      <Facts>
        <Fact term="Asked">{standingAlone(clause.text)}</Fact>
        <Fact term="Goes to">
          {clause.recipientName || clause.recipient?.name}, {RECIPIENT_KINDS[clause.recipientKind]}
        </Fact>
        <Fact term="Notice">
          {notice ? (
            <>
              Served on {formatDate(notice.servedOn)}.{" "}
              {notice.noticeReceivedOn ? (
                `Received on ${formatDate(notice.noticeReceivedOn)}.`
              ) : (
                <Gap>Its receipt is not recorded</Gap>
              )}
            </>
          ) : (
            <Nil>None on record</Nil>
          )}
        </Fact>
        <Fact term="Last day to answer">
          <ClockFact clause={clause} today={today} />
          <details>
            <summary className="linklike inline-block">How it is counted</summary>
            <p className="text-note text-ink-2">
              <ClockWorking clause={clause} />
            </p>
          </details>
        </Fact>
        {expectedOn ? <Fact term="Expected on">{formatDate(expectedOn)}. The clock runs on regardless.</Fact> : null}
        {evidence ? <Fact term="What the committee saw">{evidence}</Fact> : null}
        {statusReason ? <Fact term="Reason">{statusReason}</Fact> : null}
        {authority ? <Fact term="It rests on">{sentence(groundWords(authority))}</Fact> : null}
        {contestedBy.map(({ id, title, reference }) => (
          <Fact key={id} term="Contested by">
            <a href={`/office/recommendations/${id}`}>
              {title}
              {reference ? `, ${reference}` : ""}
            </a>
          </Fact>
        ))}
      </Facts>
    </OfficeSection>
  );
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** What was said of carrying it out, the latest first; nobody changes it afterwards. */
export function ClauseNotes({ notes }: { notes: OfficeClause["notes"] }) {
  if (notes.length === 0) return null;
  return (
    <OfficeSection id="notes" title="How it goes">
      <History
        entries={notes.map(({ id, on, by, text }) => ({
          key: id,
          dateTime: on,
          when: formatMarginDate(on, "shown"),
          what: (
            <>
              {text} {by ? <span className="text-ink-2">{by}.</span> : null}
            </>
          ),
        }))}
      />
    </OfficeSection>
  );
}
