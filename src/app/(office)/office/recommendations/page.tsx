import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Fragment } from "react";
import { ClauseTag } from "@/app/_lib/clause-tag";
import { readScope } from "@/domain/access/read-scope";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { standingAlone } from "@/domain/recommendations/clause-words";
import { clauseWorkflow } from "@/domain/recommendations/clause-workflow";
import {
  type ListedRecommendation,
  listDecisionsToRecord,
  listOfficeRecommendations,
  type StandingClause,
} from "@/server/recommendations/office";
import { LinkButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Meta } from "@/ui/meta";
import { OfficeHead, OfficePage, OfficeSection } from "@/ui/page";
import { Reference } from "@/ui/reference";
import { Cell, Row, RowHead, Table, TableGroup } from "@/ui/table";
import { Tag } from "@/ui/tag";
import { officePage } from "../../_lib/office-page";
import { ClockFact } from "./clock-fact";

export const metadata: Metadata = { title: "Recommendations" };

type Listed = { recommendation: ListedRecommendation; clause: StandingClause };

const ENDED: readonly string[] = ["achieved", "not_achieved", "overtaken"];

const SECTIONS: readonly { id: string; title: string; holds: (clause: StandingClause) => boolean }[] = [
  { id: "overdue", title: "Answer overdue", holds: ({ flag }) => flag === "response_overdue" },
  {
    id: "waiting",
    title: "Waiting for an answer",
    holds: ({ status, flag }) => flag !== "response_overdue" && (status === "agreed" || status === "notice_served"),
  },
  { id: "answered", title: "Answered", holds: ({ status }) => status === "responded" },
  { id: "under-way", title: "Being implemented", holds: ({ status }) => status === "implementing" },
  { id: "to-close", title: "For the committee to close", holds: ({ status }) => ENDED.includes(status) },
  { id: "closed", title: "Closed", holds: ({ status }) => Boolean(clauseWorkflow.statuses[status].final) },
];

export default officePage(async (person) => {
  if (!readScope(person).inside) notFound();
  const [recommendations, decisions] = await Promise.all([
    listOfficeRecommendations(person),
    listDecisionsToRecord(person),
  ]);
  const all = recommendations.flatMap((recommendation) =>
    recommendation.clauses.map((clause): Listed => ({ recommendation, clause })),
  );
  return (
    <OfficePage>
      <OfficeHead
        title="Recommendations"
        actions={
          decisions.length > 0 ? (
            <LinkButton href="/office/recommendations/new">Record a recommendation</LinkButton>
          ) : undefined
        }
      >
        What committees have asked for, clause by clause: notice, answer, and what came of it.
      </OfficeHead>
      {SECTIONS.map(({ id, title, holds }) => {
        const own = all.filter(({ clause }) => holds(clause));
        return own.length === 0 ? null : (
          <OfficeSection key={id} id={id} title={title} aside={String(own.length)}>
            <Clauses listed={own} labelledBy={id} today={person.day} />
          </OfficeSection>
        );
      })}
      {all.length === 0 ? (
        <Empty what="No recommendations yet.">They are recorded from the minutes that agree them.</Empty>
      ) : null}
    </OfficePage>
  );
});

const COLUMNS = [
  { key: "clause", head: "Clause", width: "w-[50%]" },
  { key: "last", head: "Last day to answer", width: "w-[30%]" },
  { key: "state", head: "State" },
] as const;

/** By recipient, each by its last day to answer. */
function Clauses({ listed, labelledBy, today }: { listed: readonly Listed[]; labelledBy: string; today: PlainDate }) {
  const byRecipient = Map.groupBy(listed, ({ clause }) => recipientOf(clause));
  return (
    <Table labelledBy={labelledBy} columns={COLUMNS}>
      {[...byRecipient].map(([recipient, own]) => (
        <TableGroup
          key={recipient}
          title={recipient}
          note={`${own.length} ${own.length === 1 ? "clause" : "clauses"}`}
          span={COLUMNS.length}
        >
          {own
            .toSorted((a, b) => lastDay(a.clause).localeCompare(lastDay(b.clause)))
            .map(({ recommendation, clause }) => (
              <Row key={clause.id}>
                <RowHead>
                  <a href={`/office/recommendations/${recommendation.id}/${clause.number}`}>
                    {clause.number}. {standingAlone(clause.text)}
                  </a>
                  {clause.priority ? (
                    <>
                      {" "}
                      <Tag tone="warn">Priority</Tag>
                    </>
                  ) : null}
                  <Meta as="div">
                    <a href={`/office/recommendations/${recommendation.id}`}>{recommendation.title}</a>,{" "}
                    {recommendation.body.shortName}, {formatDate(recommendation.agreedOn)}
                    {recommendation.reference ? (
                      <Fragment>
                        {", "}
                        <Reference>{recommendation.reference}</Reference>
                      </Fragment>
                    ) : null}
                  </Meta>
                </RowHead>
                <Cell label="Last day">
                  <ClockFact clause={clause} today={today} />
                </Cell>
                <Cell label="State">
                  <ClauseTag status={clause.status} />
                </Cell>
              </Row>
            ))}
        </TableGroup>
      ))}
    </Table>
  );
}

const recipientOf = ({ recipient, recipientName }: StandingClause): string =>
  recipientName || recipient?.shortName || "Nobody named";

const lastDay = ({ clock }: StandingClause): string => (clock.runs ? clock.lastDay : "9");
