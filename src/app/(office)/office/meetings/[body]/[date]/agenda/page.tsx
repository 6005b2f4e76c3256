import type { Metadata } from "next";
import { orNotFound } from "@/app/_lib/or-not-found";
import { MeetingTag } from "@/app/_lib/state-tag";
import { readScope } from "@/domain/access/read-scope";
import { formatDate, formatFullDate } from "@/domain/calendar/plain-date";
import { listDrafts } from "@/server/forms/drafts";
import { type AgendaDesk, getAgendaDesk } from "@/server/meetings/agenda-desk";
import { ITEM_KINDS } from "@/server/meetings/agenda-item-form";
import { Empty } from "@/ui/empty";
import { Meta } from "@/ui/meta";
import { OfficeHead, OfficePage, OfficeSection } from "@/ui/page";
import { Cell, Row, RowHead, Table, TableRows } from "@/ui/table";
import { Tag } from "@/ui/tag";
import { RecordForm } from "../../../../../_forms/record-form";
import { SmallForm } from "../../../../../_forms/small-form";
import { officePage } from "../../../../../_lib/office-page";
import { officeMeeting } from "../../../meeting-places";
import { addItemAction, moveItemAction } from "./actions";

export const metadata: Metadata = { title: "Agenda" };

export default officePage<{ body: string; date: string }>(async (person, { body: slug, date }) => {
  const desk = await orNotFound(getAgendaDesk(person, { body: slug, meeting: date }));
  const drafts = await listDrafts(readScope(person), desk.meeting.id);
  const { meeting, items, fields } = desk;
  const here = officeMeeting(meeting.body, meeting);
  const back = `/office/meetings/${slug}/${date}/agenda` as const;
  return (
    <OfficePage
      crumbs={[
        { href: "/office/meetings", label: "Meetings" },
        { href: here, label: `${meeting.body.shortName}, ${formatDate(meeting.date)}` },
      ]}
    >
      <OfficeHead title={`Agenda of ${formatFullDate(meeting.date)}`} tag={<MeetingTag status={meeting.status} />}>
        {meeting.body.name}.{" "}
        {meeting.isOver
          ? "The meeting is over: its agenda stays as it is."
          : meeting.isPublished
            ? "It is published: what you add is a supplement, and what you withdraw stays, struck out. Each is dated, in public."
            : "Numbers follow from the order. Nobody outside sees it before it is published."}
      </OfficeHead>
      <OfficeSection id="items" title="Items" aside={String(items.length)}>
        {items.length === 0 ? (
          <Empty what="No items yet.">Add the first below.</Empty>
        ) : (
          <Items desk={desk} back={back} />
        )}
      </OfficeSection>
      {meeting.isOver ? null : (
        <OfficeSection id="add" title="Add an item">
          <RecordForm
            action={addItemAction}
            prefix="add"
            record={{ id: meeting.id, version: meeting.version }}
            back={back}
            onceKey={crypto.randomUUID()}
            fields={fields}
            kept={drafts.get("agenda/add")?.values}
            button={meeting.isPublished ? "Add the item as a supplement" : "Add the item"}
            notDone="Not added"
          />
        </OfficeSection>
      )}
    </OfficePage>
  );
});

function Items({ desk: { meeting, items }, back }: { desk: AgendaDesk; back: `/office/${string}` }) {
  const mayMove = !meeting.isPublished && !meeting.isOver;
  return (
    <Table
      labelledBy="items"
      columns={[
        { key: "number", head: "Item", width: "w-[6%]" },
        { key: "title", head: "Title", width: "w-[48%]" },
        { key: "kind", head: "What it is for" },
        ...(mayMove ? [{ key: "order", head: "Order", width: "w-[14%]" }] : []),
      ]}
    >
      <TableRows>
        {items.map((item) => (
          <Row key={item.id}>
            <RowHead>{item.number}</RowHead>
            <Cell>
              {meeting.isOver ? item.title : <a href={`${back}/${item.id}`}>{item.title}</a>}
              {item.withdrawnAt ? (
                <>
                  {" "}
                  <Tag tone="quiet" shape="out">
                    Withdrawn
                  </Tag>
                </>
              ) : null}
              {item.papers.length > 0 ? (
                <Meta as="div">Papers: {item.papers.map(({ title }) => title).join("; ")}</Meta>
              ) : null}
            </Cell>
            <Cell label="What it is for">{ITEM_KINDS[item.kind].split(":")[0]}</Cell>
            {mayMove ? (
              <Cell label="Order">
                <SmallForm
                  action={moveItemAction}
                  record={{ id: meeting.id, version: meeting.version, part: item.id }}
                  back={back}
                  onceKey={crypto.randomUUID()}
                  about={`item ${item.number}`}
                  buttons={[
                    { name: "direction", value: "up", label: "Up" },
                    { name: "direction", value: "down", label: "Down" },
                  ]}
                />
              </Cell>
            ) : null}
          </Row>
        ))}
      </TableRows>
    </Table>
  );
}
