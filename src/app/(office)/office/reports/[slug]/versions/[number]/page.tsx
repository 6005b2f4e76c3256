import type { Metadata } from "next";
import { orNotFound } from "@/app/_lib/or-not-found";
import { FrontSheetFacts } from "@/app/_record/front-sheet-facts";
import { Paragraphs } from "@/app/_record/paragraphs";
import { londonDate, londonTime } from "@/domain/calendar/london-time";
import { formatDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { recordRestrictedViews } from "@/server/access/restricted-views";
import { getReportVersion } from "@/server/reports/desk-work";
import { Empty } from "@/ui/empty";
import { Notice } from "@/ui/notice";
import { OfficeHead, OfficePage, OfficeSection } from "@/ui/page";
import { officePage } from "../../../../../_lib/office-page";
import { ReportChanges } from "../../report-changes";
import { WAYS } from "../../version-words";

export const metadata: Metadata = { title: "Version of a report" };

export default officePage<{ slug: string; number: string }>(async (person, { slug, number }, { from }) => {
  const asked = typeof from === "string" && /^\d{1,6}$/.test(from) ? Number(from) : undefined;
  const wanted = /^\d{1,6}$/.test(number) ? Number(number) : 0;
  const version = await orNotFound(getReportVersion(person, slug, { number: wanted, from: asked }));
  if (version.isRestricted) await recordRestrictedViews(person.personId, "report", [version.id]);
  const { content, before, by, at, way, notes, latest } = version;
  const here = `/office/reports/${slug}`;
  return (
    <OfficePage
      crumbs={[
        { href: "/office/reports", label: "Reports" },
        { href: here, label: version.title },
      ]}
    >
      <OfficeHead title={`${content.title}: version ${version.number}`}>
        {by ? `${WAYS[way]} by ${by}` : "What stood there before versions were kept"}, on {formatDate(londonDate(at))}{" "}
        at {formatTime(londonTime(at))}. Nothing changes it any more.{" "}
        {version.number > 1 ? <a href={`${here}/versions/${version.number - 1}`}>The version before</a> : null}{" "}
        {version.number < latest ? <a href={`${here}/versions/${version.number + 1}`}>The next version</a> : null}
      </OfficeHead>
      {notes.length > 0 ? (
        <Notice id="notes" title="Of the Word file" shape="change">
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Notice>
      ) : null}
      <OfficeSection id="changes" title={before === 0 ? "What it says" : `What changed since version ${before}`}>
        {before > 0 && version.changes.length > 0 ? <ReportChanges changes={version.changes} /> : null}
        {before > 0 && version.changes.length === 0 ? (
          <Empty what="Nothing changed.">The two versions say the same.</Empty>
        ) : null}
        {before === 0 ? <p className="py-2">It is the first version.</p> : null}
      </OfficeSection>
      <OfficeSection id="front-sheet" title="Front sheet">
        <FrontSheetFacts template={version.template} sheet={content.frontSheet} />
      </OfficeSection>
      <OfficeSection id="report" title="Report">
        <Paragraphs paragraphs={content.paragraphs.map((each) => ({ ...each, id: each.anchor }))} />
      </OfficeSection>
    </OfficePage>
  );
});
