import { londonDate } from "@/domain/calendar/london-time";
import { formatDate } from "@/domain/calendar/plain-date";
import { placeholderFor } from "@/domain/papers/paper";
import { CLEARANCE_STEPS } from "@/domain/reports/report";
import type { KeptDraft } from "@/server/forms/drafts";
import type { ReportDesk } from "@/server/reports/office";
import { Fact, Facts } from "@/ui/facts";
import { Gap } from "@/ui/gap";
import { LinkList } from "@/ui/list";
import { OfficeSection } from "@/ui/page";
import { RecordForm } from "../../../_forms/record-form";
import { proposeRestrictionAction, recordClearanceAction, signRestrictionAction } from "./actions";
import { waysWithin } from "./version-words";

const OUTCOMES = { waiting: "Not yet", cleared: "Cleared", returned: "Returned to be changed" } as const;

/** What it is for, who has looked at it, and whether it is for publication. */
export function ReportSide({
  report,
  record,
  here,
  drafts,
}: {
  report: ReportDesk;
  record: { id: string; version: number };
  here: `/office/${string}`;
  drafts: ReadonlyMap<string, KeptDraft>;
}) {
  const { meeting, topic, replaces, replacedBy, clearances, subject } = report;
  const shut = placeholderFor({ ...subject, heldBack: false });
  return (
    <>
      <OfficeSection id="about" title="In short">
        <Facts>
          <Fact term="Meeting">
            {meeting ? (
              <a href={`/office/meetings/${meeting.body.slug}/${meeting.slug}`}>{formatDate(meeting.date)}</a>
            ) : (
              <Gap>Not settled</Gap>
            )}
          </Fact>
          {topic ? (
            <Fact term="Topic">
              <a href={`/office/topics/${topic.slug}`}>{topic.title}</a>
            </Fact>
          ) : null}
          {replaces ? (
            <Fact term="Replaces">
              <a href={`/office/reports/${replaces.slug}`}>{replaces.title}</a>
            </Fact>
          ) : null}
          {replacedBy ? (
            <Fact term="Replaced by">
              <a href={`/office/reports/${replacedBy.slug}`}>{replacedBy.title}</a>
            </Fact>
          ) : null}
          {clearances.map(({ id, step, outcome, by, asked, at, onBehalfOf, evidence, comment }) => (
            <Fact key={id} term={`Seen by ${CLEARANCE_STEPS[step]}`}>
              {[
                OUTCOMES[outcome],
                asked.length > 0 && outcome === "waiting" && `asked of ${asked.join(", ")}`,
                at && `${outcome === "waiting" ? "since" : "on"} ${formatDate(londonDate(at))}`,
                by && `recorded by ${by}`,
                onBehalfOf && `on behalf of ${onBehalfOf}`,
                evidence,
                comment,
              ]
                .filter(Boolean)
                .join("; ")}
            </Fact>
          ))}
        </Facts>
      </OfficeSection>
      {report.work && report.work.versions.length > 0 ? (
        <OfficeSection id="versions" title="Versions" aside={String(report.work.versions.length)}>
          <LinkList>
            {report.work.versions.map(({ number, way, by, at }) => (
              <a key={number} href={`${here}/versions/${number}`}>
                Version {number}, {by ? `${waysWithin(way)} by ${by}` : "before versions were kept"},{" "}
                {formatDate(londonDate(at))}
              </a>
            ))}
          </LinkList>
        </OfficeSection>
      ) : null}
      {report.clearanceFields ? (
        <OfficeSection id="clearance" title="Record a clearance">
          <RecordForm
            action={recordClearanceAction}
            prefix="clearance"
            record={record}
            back={here}
            onceKey={crypto.randomUUID()}
            fields={report.clearanceFields}
            kept={drafts.get("report/clearance")?.values}
            button="Record the clearance"
            second
            notDone="Not recorded"
          />
        </OfficeSection>
      ) : null}
      <OfficeSection id="restriction" title="For publication?">
        <p className="py-2">
          {shut ? (
            <>
              <b className="font-semibold">{shut.heading}.</b> {shut.meaning} {shut.reason}{" "}
              {report.signedBy ? `Signed by ${report.signedBy}.` : null}
            </>
          ) : (
            "It is open to the public once it is published: with the agenda that lists it under an item, or by itself where that agenda is out already."
          )}
        </p>
        {report.maySign ? (
          <RecordForm
            action={signRestrictionAction}
            prefix="sign"
            record={record}
            back={here}
            onceKey={crypto.randomUUID()}
            fields={[]}
            kept={undefined}
            button="Sign the restriction"
            notDone="Not signed"
          />
        ) : null}
        {report.restrictionFields ? (
          <details open={drafts.has("report/restriction")} className="border-line border-t py-2">
            <summary className="font-semibold">Propose that it be restricted, or open</summary>
            <RecordForm
              action={proposeRestrictionAction}
              prefix="restriction"
              record={record}
              back={here}
              onceKey={crypto.randomUUID()}
              fields={report.restrictionFields}
              kept={drafts.get("report/restriction")?.values}
              button="Propose it"
              second
              notDone="Not proposed"
            />
          </details>
        ) : null}
      </OfficeSection>
    </>
  );
}
