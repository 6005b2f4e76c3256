import { ClauseTag } from "@/app/_lib/clause-tag";
import { orNotFound } from "@/app/_lib/or-not-found";
import type { Person } from "@/domain/access/actor";
import { recordKey } from "@/domain/access/record-key";
import { minutesAddress } from "@/domain/bodies/body-address";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { standingAlone } from "@/domain/recommendations/clause-words";
import { RESPONSE_KINDS } from "@/domain/recommendations/response";
import { getOfficeRecommendation, type OfficeRecommendation } from "@/server/recommendations/office";
import { Fact, Facts } from "@/ui/facts";
import { Nil } from "@/ui/gap";
import { OfficeHead, OfficePage, OfficeSection } from "@/ui/page";
import { Reference } from "@/ui/reference";
import { Cell, Row, RowHead, Table, TableRows } from "@/ui/table";
import { officeMetadata, officePage } from "../../../_lib/office-page";
import { ClockFact } from "../clock-fact";

type Address = { id: string };

const CRUMBS = [{ href: "/office/recommendations", label: "Recommendations" }];

const load = (person: Person, id: string) => orNotFound(getOfficeRecommendation(person, recordKey(id)));

export const generateMetadata = officeMetadata<Address>(async (person, { id }) => ({
  title: (await load(person, id)).title,
}));

const CAPACITIES: Readonly<Record<OfficeRecommendation["capacity"], string>> = {
  overview_and_scrutiny: "Overview and scrutiny",
  crime_and_disorder: "Crime and disorder",
  health: "Health",
};

export default officePage<Address>(async (person, { id }) => {
  const recommendation = await load(person, id);
  const { title, kind, body, agreedOn, reference } = recommendation;
  return (
    <OfficePage crumbs={CRUMBS}>
      <OfficeHead
        title={title}
        actions={
          <a href={`/${body.kind === "scrutiny_committee" ? "committees" : "bodies"}/${body.slug}/recommendations`}>
            As the public sees it
          </a>
        }
      >
        {kind === "comments" ? "Comments to a decision-maker" : "Recommendation"} of {body.name}, {formatDate(agreedOn)}
        {reference ? (
          <>
            , <Reference>{reference}</Reference>
          </>
        ) : null}
        . Nobody changes a word of it: to contest an answer, a new one is recorded.
      </OfficeHead>
      <OfficeSection id="clauses" title="Clauses" aside={String(recommendation.clauses.length)}>
        <ClauseTable recommendation={recommendation} today={person.day} />
      </OfficeSection>
      <RecommendationFacts recommendation={recommendation} />
    </OfficePage>
  );
});

function ClauseTable({
  recommendation: { id, clauses },
  today,
}: {
  recommendation: OfficeRecommendation;
  today: PlainDate;
}) {
  return (
    <Table
      labelledBy="clauses"
      columns={[
        { key: "clause", head: "Clause", width: "w-[42%]" },
        { key: "recipient", head: "Goes to" },
        { key: "last", head: "Last day to answer" },
        { key: "answer", head: "Answer" },
        { key: "state", head: "State" },
      ]}
    >
      <TableRows>
        {clauses.map((clause) => (
          <Row key={clause.id}>
            <RowHead>
              <a href={`/office/recommendations/${id}/${clause.number}`}>
                {clause.number}. {standingAlone(clause.text)}
              </a>
            </RowHead>
            <Cell label="Goes to">{clause.recipientName || clause.recipient?.shortName}</Cell>
            <Cell label="Last day">
              <ClockFact clause={clause} today={today} />
            </Cell>
            <Cell label="Answer">{clause.answer ? RESPONSE_KINDS[clause.answer.kind] : <Nil>None yet</Nil>}</Cell>
            <Cell label="State">
              <ClauseTag status={clause.status} />
            </Cell>
          </Row>
        ))}
      </TableRows>
    </Table>
  );
}

function RecommendationFacts({ recommendation }: { recommendation: OfficeRecommendation }) {
  const { minute, capacity, reason, reviewOn, topic, contests } = recommendation;
  return (
    <OfficeSection id="recommendation" title="What it rests on">
      <Facts>
        <Fact term="Minute">
          {minute ? (
            <a href={minutesAddress(minute.minutes.meeting.body, minute.minutes.meeting, minute.number)}>
              {minute.number === null ? "The minutes" : `Minute ${minute.number}`} of{" "}
              {formatDate(minute.minutes.meeting.date)}
            </a>
          ) : (
            "Not open to you yet"
          )}
        </Fact>
        <Fact term="In the capacity of">{CAPACITIES[capacity]}</Fact>
        {reason ? <Fact term="Reason">{reason}</Fact> : null}
        {reviewOn ? <Fact term="Looked at again on">{formatDate(reviewOn)}</Fact> : null}
        {topic ? (
          <Fact term="Topic">
            <a href={`/office/topics/${topic.slug}`}>{topic.title}</a>
          </Fact>
        ) : null}
        {contests ? (
          <Fact term="Contests the answer to">
            <a href={`/office/recommendations/${contests.recommendation.id}/${contests.number}`}>
              {contests.recommendation.title}, clause {contests.number}
            </a>
          </Fact>
        ) : null}
      </Facts>
    </OfficeSection>
  );
}
