import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/_lib/or-not-found";
import { readScope } from "@/domain/access/read-scope";
import { formatDate } from "@/domain/calendar/plain-date";
import { withQuestions } from "@/domain/questions/question-minute";
import { recordRestrictedViews } from "@/server/access/restricted-views";
import { type KeptDraft, listDrafts } from "@/server/forms/drafts";
import { getTableItem } from "@/server/minutes/table-desk";
import { PUBLIC_ACCESS } from "@/server/minutes/taking";
import { listQuestionsAtItem } from "@/server/questions/queries";
import { LinkButton } from "@/ui/button";
import { Main, OfficeHead, OfficePage, OfficeSection, OfficeSplit, Side } from "@/ui/page";
import { Tag } from "@/ui/tag";
import { RecordForm } from "../../../../../../_forms/record-form";
import { officePage } from "../../../../../../_lib/office-page";
import { officeMeeting } from "../../../../meeting-places";
import { DecidedList } from "../../minutes/edit/[minute]/decided-list";
import { editMinuteAction } from "../../minutes/edit/actions";
import { AskedHere } from "../../questions/asked-here";
import { TakeInButton } from "../../questions/take-in-button";
import { TakenList } from "../taken-list";
import { TOUCH } from "../touch";
import { askForAction, decideAction, excludePublicAction, takeItemAction } from "./actions";
import { RoomPanel } from "./room-panel";

export const metadata: Metadata = { title: "Item at the table" };

type Address = { body: string; date: string; minute: string };

export default officePage<Address>(async (person, { body: slug, date, minute: minuteId }) => {
  const desk = await orNotFound(getTableItem(person, { body: slug, meeting: date }, minuteId));
  const { meeting, minutes, minute, isRestricted, before, after, fields, outcome } = desk;
  if (!minutes.isWritable) notFound();
  if (isRestricted) await recordRestrictedViews(person.personId, "minute", [minute.id]);
  const [drafts, questions] = await Promise.all([
    listDrafts(readScope(person), minute.id),
    listQuestionsAtItem(readScope(person), { meetingId: meeting.id, agendaItemId: minute.agendaItemId }),
  ]);
  const table = `/office/meetings/${slug}/${date}/at-the-table` as const;
  const here = `${table}/${minute.id}` as const;
  const record = { id: minutes.id, version: minute.version, part: minute.id };
  const keeps = (form: string) => ({
    address: `${here}/typing?form=${encodeURIComponent(form)}`,
    here: `${person.personId} ${form} ${minute.id}`,
    saved: savedWords(drafts.get(form)),
  });
  const text = minute.text?.markdown ?? "";
  const isMinuted = withQuestions(text, questions) === text;
  const said = fields.filter(({ name }) => name === "markdown");
  const rest = fields.filter(({ name }) => name !== "markdown");
  return (
    <OfficePage
      crumbs={[
        { href: "/office/meetings", label: "Meetings" },
        { href: officeMeeting(meeting.body, meeting), label: `${meeting.body.shortName}, ${formatDate(meeting.date)}` },
        { href: table, label: "At the table" },
      ]}
    >
      <OfficeHead
        title={[desk.minute.itemNumber, minute.headings.join(", ")].filter((part) => part !== null).join(" ")}
        tag={
          <>
            {isRestricted ? <Tag tone="held">Not for publication</Tag> : null}
            {minute.publicAccess && minute.publicAccess !== "present" ? (
              <Tag tone="held">{PUBLIC_ACCESS[minute.publicAccess]}</Tag>
            ) : null}
          </>
        }
        actions={
          <>
            {before ? (
              <LinkButton second href={`${table}/${before.id}`}>
                Item before
              </LinkButton>
            ) : null}
            {after ? (
              <LinkButton second href={`${table}/${after.id}`}>
                Next item
              </LinkButton>
            ) : null}
          </>
        }
      >
        {minute.number === null ? "A minute without a number." : `Minute ${minute.number}.`}
        {desk.isEducation ? " An education function: education co-optees vote on it." : null}
      </OfficeHead>
      <div className={TOUCH}>
        <OfficeSplit>
          <Main>
            <AskedHere
              questions={questions}
              isMinuted={isMinuted}
              desk={`/office/meetings/${slug}/${date}/questions`}
            />
            <OfficeSection id="said" title="What was said">
              <RecordForm
                action={editMinuteAction}
                prefix="minute"
                record={record}
                back={here}
                onceKey={crypto.randomUUID()}
                fields={said}
                groups={[{ name: "rest", title: "Heading, number, and whether it is for publication", fields: rest }]}
                keeps={keeps("minutes/minute")}
                kept={drafts.get("minutes/minute")?.values}
                button="Save the text"
                second
                more={isMinuted ? null : <TakeInButton />}
              />
            </OfficeSection>
            <OfficeSection id="decided" title="What was decided" aside={String(desk.decisions.length)}>
              <DecidedList decisions={desk.decisions} record={record} here={here} person={person} />
              <details
                open={desk.decisions.length === 0 || drafts.has("table/decide")}
                className="border-line border-t"
              >
                <summary className="font-semibold">
                  Record {desk.decisions.length > 0 ? "another" : "a"} decision
                </summary>
                <RecordForm
                  action={decideAction}
                  prefix="decide"
                  record={record}
                  back={here}
                  onceKey={crypto.randomUUID()}
                  fields={desk.newDecision.filter(({ name }) => BASIC.includes(name))}
                  groups={[
                    {
                      name: "votes",
                      title: "Who moved it, votes, the word for it",
                      fields: desk.newDecision.filter(({ name }) => !BASIC.includes(name)),
                    },
                    ...outcome,
                  ]}
                  keeps={keeps("table/decide")}
                  kept={drafts.get("table/decide")?.values}
                  button="Record the decision and what follows"
                  reasonField="inSpite"
                  notDone="Not recorded"
                />
              </details>
            </OfficeSection>
            <OfficeSection id="asked" title="What is asked of somebody" aside={String(desk.followUps.length)}>
              {desk.followUps.map(({ id, text, owners, due }) => (
                <p key={id} className="border-line border-b py-2">
                  <a href={`/office/follow-ups/${id}`}>{text}</a> {owners.join(", ")}
                  {due ? `, ${due}` : null}.
                </p>
              ))}
              <details open={drafts.has("table/follow-up")}>
                <summary className="font-semibold">Ask for something without a decision</summary>
                <RecordForm
                  action={askForAction}
                  prefix="follow-up"
                  record={record}
                  back={here}
                  onceKey={crypto.randomUUID()}
                  fields={desk.askFields}
                  kept={drafts.get("table/follow-up")?.values}
                  button="Ask for it"
                  second
                  notDone="Not asked for"
                />
              </details>
            </OfficeSection>
          </Main>
          <Side labelledBy="items">
            <OfficeSection id="items" title="Items">
              <TakenList minutes={minutes} here={table} current={minute.id} />
            </OfficeSection>
            <RoomPanel desk={desk} here={here} drafts={drafts} />
            <OfficeSection id="taken" title="How it was taken">
              <RecordForm
                action={takeItemAction}
                prefix="take"
                record={record}
                back={here}
                onceKey={crypto.randomUUID()}
                fields={desk.takingFields}
                kept={drafts.get("table/take")?.values}
                button="Say how it was taken"
                second
              />
              <details open={drafts.has("table/exclude")} className="border-line border-t">
                <summary className="font-semibold">Exclude the public</summary>
                <RecordForm
                  action={excludePublicAction}
                  prefix="exclude"
                  record={record}
                  back={here}
                  onceKey={crypto.randomUUID()}
                  fields={desk.exclusionFields}
                  kept={drafts.get("table/exclude")?.values}
                  button="Record the resolution"
                  reasonField="why"
                  second
                  notDone="Not recorded"
                />
              </details>
            </OfficeSection>
          </Side>
        </OfficeSplit>
      </div>
    </OfficePage>
  );
});

/** What most decisions need said of them. */
const BASIC = ["kind", "text", "reason", "open"];

const savedWords = (draft: KeptDraft | undefined): string | null =>
  draft ? "What you typed before is kept, and stands here" : null;
