import type { Metadata } from "next";
import { orNotFound } from "@/app/_lib/or-not-found";
import { readScope } from "@/domain/access/read-scope";
import { formatDate } from "@/domain/calendar/plain-date";
import { listDrafts } from "@/server/forms/drafts";
import { getItemDesk } from "@/server/meetings/agenda-desk";
import { indicationFields } from "@/server/meetings/indications";
import { urgencyFields } from "@/server/meetings/urgency";
import { Empty } from "@/ui/empty";
import { Main, OfficeHead, OfficePage, OfficeSection, OfficeSplit, Side } from "@/ui/page";
import { Tag } from "@/ui/tag";
import { RecordForm } from "../../../../../../_forms/record-form";
import { officePage } from "../../../../../../_lib/office-page";
import { officeMeeting } from "../../../../meeting-places";
import {
  editItemAction,
  listReportAction,
  recordIndicationAction,
  recordUrgencyAction,
  withdrawItemAction,
} from "../actions";
import { isPrivateField, privateGroup } from "../private-group";
import type { ItemAddress } from "./item-page";
import { AddPaper, ItemPapers, papersDesk, ReplacedPapers } from "./item-papers";

export const metadata: Metadata = { title: "Item of an agenda" };

export default officePage<ItemAddress>(async (person, { body: slug, date, item: itemId }, asked) => {
  const { meeting, item, fields, reports } = await orNotFound(
    getItemDesk(person, { body: slug, meeting: date }, itemId),
  );
  const drafts = await listDrafts(readScope(person), item.id);
  const { papers, replaced, ...onPapers } = await papersDesk(
    person,
    { body: slug, date, item: item.id },
    meeting,
    asked,
  );
  const agenda = `/office/meetings/${slug}/${date}/agenda` as const;
  const isOpen = !meeting.isOver && item.withdrawnAt === null;
  const mayBeUrgent =
    item.withdrawnAt === null &&
    meeting.date <= person.day &&
    (meeting.status === "published" || meeting.status === "held");
  const isPrivate = item.inPrivate !== "public";
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
                fields={fields.filter(
                  (field) =>
                    !(meeting.isPublished && field.name === "parentId") && (isPrivate || !isPrivateField(field)),
                )}
                groups={isPrivate ? [] : [privateGroup(fields)]}
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
          {isOpen ? (
            <OfficeSection id="add-paper" title="Add a paper">
              <AddPaper itemId={item.id} drafts={drafts} {...onPapers} />
            </OfficeSection>
          ) : null}
        </Main>
        <Side labelledBy="papers">
          <OfficeSection id="papers" title="Papers">
            <ItemPapers papers={papers} {...onPapers} isOpen={isOpen} />
            <ReplacedPapers papers={replaced} meeting={`/office/meetings/${slug}/${date}`} />
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
          {isOpen && !mayBeUrgent && (meeting.isLate || item.indicated !== null) ? (
            <OfficeSection id="indication" title="Thought urgent">
              <p className="mt-1">
                What whoever is to preside said before the meeting. The public reads it as to be confirmed at the
                meeting, where the opinion itself is recorded. Empty the first two fields to take it back.
              </p>
              <RecordForm
                action={recordIndicationAction}
                prefix="indication"
                record={record}
                back={`${agenda}/${item.id}`}
                onceKey={crypto.randomUUID()}
                fields={await indicationFields(meeting, item.indicated === null ? null : item, person)}
                kept={drafts.get("agenda/indication")?.values}
                button="Record what was said"
                second
                notDone="Not recorded"
              />
            </OfficeSection>
          ) : null}
          {mayBeUrgent ? (
            <OfficeSection id="urgency" title="Taken as urgent">
              <p className="mt-1">
                Where it was not open for 5 clear days: the opinion of whoever presided, which goes into the minutes.
                {item.indicated !== null && item.urgency === null
                  ? " What was said before the meeting stands here to be confirmed."
                  : null}
              </p>
              <RecordForm
                action={recordUrgencyAction}
                prefix="urgency"
                record={record}
                back={`${agenda}/${item.id}`}
                onceKey={crypto.randomUUID()}
                fields={await urgencyFields(meeting, item)}
                kept={drafts.get("agenda/urgency")?.values}
                button={item.urgency ? "Correct the opinion" : "Record the opinion"}
                second
                notDone="Not recorded"
              />
            </OfficeSection>
          ) : null}
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
