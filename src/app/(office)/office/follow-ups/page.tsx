import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FollowUpTag } from "@/app/_lib/state-tag";
import { readScope } from "@/domain/access/read-scope";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { type ListedFollowUp, listBodiesToAskFor, listOfficeFollowUps } from "@/server/follow-ups/office";
import { LinkButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Meta } from "@/ui/meta";
import { OfficeHead, OfficePage, OfficeSection } from "@/ui/page";
import { Cell, Row, RowHead, Table, TableRows } from "@/ui/table";
import { officePage } from "../../_lib/office-page";
import { FollowUpDue } from "./follow-up-due";

export const metadata: Metadata = { title: "Follow-ups" };

const WITH_OWNERS: readonly string[] = ["open", "in_progress"];

/** Those of the reader first, then what waits for a committee, then everybody's. */
const SECTIONS: readonly { id: string; title: string; holds: (followUp: ListedFollowUp) => boolean }[] = [
  { id: "mine", title: "Yours", holds: ({ isMine, status }) => isMine && WITH_OWNERS.includes(status) },
  {
    id: "open",
    title: "With others",
    holds: ({ isMine, status }) => !isMine && WITH_OWNERS.includes(status),
  },
  {
    id: "claimed",
    title: "Reported done, for the committee to close",
    holds: ({ status }) => status === "done_claimed",
  },
  { id: "held", title: "On hold", holds: ({ status }) => status === "on_hold" },
  {
    id: "over",
    title: "Over",
    holds: ({ status }) => ![...WITH_OWNERS, "done_claimed", "on_hold"].includes(status),
  },
];

export default officePage(async (person) => {
  if (!readScope(person).inside) notFound();
  const [followUps, bodies] = await Promise.all([listOfficeFollowUps(person), listBodiesToAskFor(person)]);
  return (
    <OfficePage>
      <OfficeHead
        title="Follow-ups"
        actions={
          bodies.length > 0 ? <LinkButton href="/office/follow-ups/new">Enter a follow-up</LinkButton> : undefined
        }
      >
        What minutes ask people to do, until there is evidence that it was done. What is late or has gone quiet stands
        first.
      </OfficeHead>
      {SECTIONS.map(({ id, title, holds }) => {
        const own = followUps.filter(holds);
        return own.length === 0 ? null : (
          <OfficeSection key={id} id={id} title={title} aside={String(own.length)}>
            <FollowUps followUps={own.toSorted(byUrgency)} labelledBy={id} today={person.day} />
          </OfficeSection>
        );
      })}
      {followUps.length === 0 ? (
        <Empty what="No follow-ups yet.">They are entered from the minute that asks for them.</Empty>
      ) : null}
    </OfficePage>
  );
});

/** Overdue first, then what has gone quiet, then by the day it is due. */
function byUrgency(a: ListedFollowUp, b: ListedFollowUp): number {
  const rank = ({ overdue, stale }: ListedFollowUp) => (overdue ? 0 : stale ? 1 : 2);
  return rank(a) - rank(b) || (a.due ?? "9").localeCompare(b.due ?? "9");
}

function FollowUps({
  followUps,
  labelledBy,
  today,
}: {
  followUps: readonly ListedFollowUp[];
  labelledBy: string;
  today: PlainDate;
}) {
  return (
    <Table
      labelledBy={labelledBy}
      columns={[
        { key: "text", head: "Asked for", width: "w-[46%]" },
        { key: "owners", head: "With", width: "w-[20%]" },
        { key: "due", head: "Due", width: "w-[17%]" },
        { key: "state", head: "State" },
      ]}
    >
      <TableRows>
        {followUps.map((followUp) => (
          <Row key={followUp.id}>
            <RowHead>
              <a href={`/office/follow-ups/${followUp.id}`}>{followUp.text}</a>
              <Meta as="div">
                {followUp.body.shortName}
                {followUp.minute?.number == null ? "" : `, minute ${followUp.minute.number}`},{" "}
                {formatDate(followUp.raisedOn)}
              </Meta>
            </RowHead>
            <Cell label="With">{followUp.owners.map(({ person }) => person.name).join(", ")}</Cell>
            <Cell label="Due">
              <FollowUpDue followUp={followUp} today={today} />
            </Cell>
            <Cell label="State">
              <FollowUpTag status={followUp.status} />
            </Cell>
          </Row>
        ))}
      </TableRows>
    </Table>
  );
}
