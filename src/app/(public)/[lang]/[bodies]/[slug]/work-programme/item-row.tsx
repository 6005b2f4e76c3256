import { bodyAddress } from "@/domain/bodies/body-address";
import { formatDate } from "@/domain/calendar/plain-date";
import type { PublishedItem } from "@/server/programme/published-programme";
import { Bullets } from "@/ui/bullets";
import { Gap, Nil } from "@/ui/gap";
import { Cell, Row, RowHead } from "@/ui/table";
import { Tag } from "@/ui/tag";

/** One item of the programme. What is not there is said not to be. */
export function ItemRow({ item, number }: { item: PublishedItem; number: number }) {
  const { planned, topic, group, purpose } = item;
  const [line, ...more] = planned.linesOfEnquiry;
  return (
    <Row id={`item-${number}`}>
      <RowHead>{number}</RowHead>
      <Cell>
        <strong>{topic ? <a href={`/topics/${topic.slug}`}>{planned.title}</a> : planned.title}</strong>
        {purpose ? (
          <>
            <br />
            {purpose}
          </>
        ) : null}
        {group ? (
          <>
            <br />
            <span className="text-note text-ink-2">
              With <a href={bodyAddress(group.body)}>{group.body.name}</a>
            </span>
          </>
        ) : null}
        {planned.status === "on_agenda" || planned.status === "scheduled" ? null : <ItemState item={item} />}
      </Cell>
      <Cell label="Lines of enquiry">
        {line === undefined ? (
          <Gap>Not given</Gap>
        ) : more.length === 0 ? (
          line
        ) : (
          <Bullets>{planned.linesOfEnquiry.map((each) => each)}</Bullets>
        )}
      </Cell>
      <Cell label="Lead member, officer">
        <Leads item={item} />
      </Cell>
      <Cell label="Corporate plan">
        {planned.corporatePlanOutcomes.length > 0 ? planned.corporatePlanOutcomes.join(", ") : <Gap>Not given</Gap>}
      </Cell>
      <Cell label="Target end">
        <Target item={item} />
      </Cell>
    </Row>
  );
}

/** Lead members in ink, officers under them. */
export function Leads({ item: { leads } }: { item: PublishedItem }) {
  const members = leads.filter(({ role }) => role === "member");
  const officers = leads.filter(({ role }) => role === "officer");
  return (
    <>
      {members.length > 0 ? members.map(({ person }) => person.name).join(", ") : <Gap>No lead member</Gap>}
      <br />
      {officers.length > 0 ? (
        <span className="text-note text-ink-2">{officers.map(({ person }) => person.name).join(", ")}</span>
      ) : (
        <Gap>No lead officer</Gap>
      )}
    </>
  );
}

/** The target, and that its own report promises a later day. */
function Target({ item: { planned, promisedTo } }: { item: PublishedItem }) {
  const slips = planned.endsOn !== null && promisedTo !== null && promisedTo.date > planned.endsOn;
  return (
    <>
      {planned.endsOn ? formatDate(planned.endsOn) : <Nil>To be confirmed</Nil>}
      {slips && promisedTo ? (
        <>
          <br />
          <Gap>Its report promises the final one for {formatDate(promisedTo.date)}</Gap>
        </>
      ) : null}
      {planned.deferrals.length > 0 ? (
        <>
          <br />
          <Gap>Put off {planned.deferrals.length === 1 ? "once" : `${planned.deferrals.length} times`}</Gap>
        </>
      ) : null}
    </>
  );
}

const STATES = {
  considered: { tone: "done", says: "Considered" },
  continued: { tone: "info", says: "Goes on" },
  monitoring: { tone: "info", says: "Monitored" },
  closed: { tone: "done", says: "Closed" },
  withdrawn: { tone: "quiet", says: "Withdrawn" },
  transferred: { tone: "quiet", says: "Handed over" },
  with_group: { tone: "info", says: "With a review group" },
  provisional: { tone: "quiet", says: "Provisional" },
  proposed: { tone: "quiet", says: "Proposed" },
} as const;

function ItemState({ item }: { item: PublishedItem }) {
  const { status } = item.planned;
  if (status === "on_agenda" || status === "scheduled") return null;
  const { tone, says } = STATES[status];
  return (
    <div className="mt-1">
      <Tag tone={tone}>{says}</Tag>
    </div>
  );
}
