import type { Metadata } from "next";
import { orNotFound } from "@/app/_lib/or-not-found";
import { readScope } from "@/domain/access/read-scope";
import { formatDate } from "@/domain/calendar/plain-date";
import { listDrafts } from "@/server/forms/drafts";
import { getItemDesk } from "@/server/meetings/agenda-desk";
import { Empty } from "@/ui/empty";
import { LinkList } from "@/ui/list";
import { Main, OfficeHead, OfficePage, OfficeSection, OfficeSplit, Side } from "@/ui/page";
import { Tag } from "@/ui/tag";
import { RecordForm } from "../../../../../../_forms/record-form";
import { SmallForm } from "../../../../../../_forms/small-form";
import { officePage } from "../../../../../../_lib/office-page";
import { officeMeeting } from "../../../../meeting-places";
import { editItemAction, listReportAction, unlistReportAction, withdrawItemAction } from "../actions";

export const metadata: Metadata = { title: "Item of an agenda" };

type Address = { body: string; date: string; item: string };

export default officePage<Address>(async (person, { body: slug, date, item: itemId }) => {
  const { meeting, item, fields, reports, papers } = await orNotFound(
    getItemDesk(person, { body: slug, meeting: date }, itemId),
  );
  const drafts = await listDrafts(readScope(person), item.id);
  const agenda = `/office/meetings/${slug}/${date}/agenda` as const;
  const isOpen = !meeting.isOver && item.withdrawnAt === null;
  const record = { id: meeting.id, version: item.version, part: item.id };
  return (
    <OfficePage
      crumbs={[
        { href: "/office/meetings", label: "Meetings" },
        { href: officeMeeting(meeting.body, meeting), label: `${meeting.body.shortName}, ${formatDate(meeting.date)}` },
        { href: agenda, label: "Agenda" },
      ]}
    >
      <OfficeHead
        title={`Item ${item.number}: ${item.title}`}
        tag={
          item.withdrawnAt ? (
            <Tag tone="quiet" shape="out">
              Withdrawn
            </Tag>
          ) : null
        }
      >
        {meeting.isPublished ? "It is published: what you change is dated, in public." : "Not published yet."}
      </OfficeHead>
      <OfficeSplit>
        <Main>
          {isOpen ? (
            <OfficeSection id="item" title="What it says">
              <RecordForm
                action={editItemAction}
                prefix="item"
                record={record}
                back={agenda}
                onceKey={crypto.randomUUID()}
                fields={meeting.isPublished ? fields.filter(({ name }) => name !== "parentId") : fields}
                kept={drafts.get("agenda/item")?.values}
                button="Save the item"
                cancel={agenda}
              >
                {meeting.isPublished ? <input type="hidden" name="parentId" value={item.parentId ?? ""} /> : null}
              </RecordForm>
            </OfficeSection>
          ) : (
            <Empty what="It can no longer be changed.">It stays in the record as it was.</Empty>
          )}
        </Main>
        <Side labelledBy="papers">
          <OfficeSection id="papers" title="Papers">
            {papers.length > 0 ? (
              <LinkList>
                {papers.map((paper) => (
                  <div key={paper.id}>
                    {paper.report ? <a href={`/office/reports/${paper.report.slug}`}>{paper.title}</a> : paper.title}
                    {paper.report && isOpen && !meeting.isPublished ? (
                      <SmallForm
                        action={unlistReportAction}
                        record={{ id: meeting.id, version: meeting.version, part: paper.id }}
                        back={`${agenda}/${item.id}`}
                        onceKey={crypto.randomUUID()}
                        about={paper.title}
                        buttons={[{ label: "Take it off" }]}
                      />
                    ) : null}
                  </div>
                ))}
              </LinkList>
            ) : (
              <p className="py-2">None yet.</p>
            )}
            {isOpen && reports.length > 0 ? (
              <RecordForm
                action={listReportAction}
                prefix="report"
                record={record}
                back={`${agenda}/${item.id}`}
                onceKey={crypto.randomUUID()}
                fields={[{ kind: "one", name: "reportId", label: "A report", options: reports }]}
                kept={undefined}
                button="List the report here"
                second
                notDone="Not listed"
              />
            ) : null}
          </OfficeSection>
          {isOpen ? (
            <OfficeSection id="withdraw" title="Withdraw">
              <RecordForm
                action={withdrawItemAction}
                prefix="withdraw"
                record={record}
                back={agenda}
                onceKey={crypto.randomUUID()}
                fields={[
                  {
                    kind: "prose",
                    name: "reason",
                    label: "Reason (optional)",
                    hint: "Kept in the history, not shown to the public",
                  },
                ]}
                kept={drafts.get("agenda/withdraw")?.values}
                button="Withdraw the item"
                second
                notDone="Not withdrawn"
              />
            </OfficeSection>
          ) : null}
        </Side>
      </OfficeSplit>
    </OfficePage>
  );
});
