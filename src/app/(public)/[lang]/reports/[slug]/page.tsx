import { cache } from "react";
import { fileLabel } from "@/app/_lib/file-label";
import { orNotFound } from "@/app/_lib/or-not-found";
import { site } from "@/app/_lib/site";
import { Appendices } from "@/app/_record/appendices";
import { DocumentLinks } from "@/app/_record/document-links";
import { FrontSheetFacts } from "@/app/_record/front-sheet-facts";
import { Contents, Paragraphs } from "@/app/_record/paragraphs";
import { ReportFacts } from "@/app/_record/report-facts";
import { targetsOn } from "@/app/_record/report-targets";
import { ReportWithheld } from "@/app/_record/report-withheld";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { bodyAddress, itemAnchor, meetingAddress } from "@/domain/bodies/body-address";
import { formatDate } from "@/domain/calendar/plain-date";
import { reportWorkflow } from "@/domain/reports/report-workflow";
import { getReport, type ReportPage } from "@/server/reports/queries";
import { LinkButton } from "@/ui/button";
import { Meta } from "@/ui/meta";
import { Notice } from "@/ui/notice";
import { Columns, Main, PageHead, PublicPage, Section, Side } from "@/ui/page";
import { Tag } from "@/ui/tag";
import { ThreadLink } from "@/ui/thread-link";
import { PublicFrame } from "../../../_lib/public-frame";
import { publicMetadata, publicPage } from "../../../_lib/public-page";

type Params = { lang: string; slug: string };

const load = cache((slug: string) => orNotFound(getReport(PUBLIC_SCOPE, slug)));

export const generateMetadata = publicMetadata<Params>(async ({ slug }) => {
  const { title, meeting } = await load(slug);
  return { title: meeting ? `${title}, report of ${formatDate(meeting.date)}` : title };
});

export default publicPage<Params>(async ({ slug }) => {
  const [{ clock }, report] = await Promise.all([site(), load(slug)]);
  const { body, meeting, item, text, paper } = report;
  const targets = targetsOn(report);
  const headings = text?.numbered.filter(({ heading }) => heading) ?? [];
  return (
    <PublicFrame section="/committees">
      <PublicPage
        crumbs={[
          { href: "/committees", label: "Committees" },
          { href: bodyAddress(body), label: body.shortName },
          ...(meeting
            ? [{ href: meetingAddress(meeting.body, meeting), label: `Meeting of ${formatDate(meeting.date)}` }]
            : []),
        ]}
      >
        <Columns>
          <PageHead
            kicker="Report"
            title={report.title}
            lead={paper?.byAsPrinted ? `By ${paper.byAsPrinted}` : undefined}
            state={
              <>
                <Tag tone={report.status === "withdrawn" ? "quiet" : "done"}>
                  {reportWorkflow.statuses[report.status].label}
                </Tag>
                {meeting ? (
                  <Meta as="span">
                    For{" "}
                    <a
                      href={`${meetingAddress(meeting.body, meeting)}${item?.number ? `#${itemAnchor(item.number)}` : ""}`}
                    >
                      {formatDate(meeting.date)}
                      {item?.number ? `, item ${item.number}` : null}
                    </a>
                  </Meta>
                ) : null}
                {report.topic ? (
                  <ThreadLink href={`/topics/${report.topic.slug}`}>Topic: {report.topic.title}</ThreadLink>
                ) : null}
              </>
            }
            actions={
              <>
                {paper?.file ? (
                  <LinkButton second href={`/papers/${paper.file.id}`}>
                    As printed: {fileLabel(paper.file)}
                  </LinkButton>
                ) : null}
                {text ? <DocumentLinks of="report" at={`/reports/${report.slug}`} title={report.title} /> : null}
              </>
            }
          />
          <Side labelledBy="facts">
            <Section id="facts" title="In short">
              <ReportFacts report={report} today={clock.date} />
            </Section>
            {headings.length > 1 ? (
              <Section id="contents" title="Contents">
                <Contents paragraphs={headings} />
              </Section>
            ) : null}
          </Side>
          <Main>
            <Replacement report={report} />
            {text ? (
              <>
                <Section id="front-sheet" title="Front sheet">
                  <FrontSheetFacts template={body.frontSheet} sheet={text.frontSheet} targets={targets} />
                </Section>
                {text.numbered.length > 0 ? (
                  <Section id="report" title="Report">
                    <Paragraphs paragraphs={text.numbered} targets={targets} />
                  </Section>
                ) : null}
              </>
            ) : (
              <Section id="report" title="Report">
                <ReportWithheld report={report} />
              </Section>
            )}
            {item && item.appendices.length > 0 ? (
              <Section id="appendices" title="Appendices">
                <Appendices appendices={item.appendices} />
              </Section>
            ) : null}
          </Main>
        </Columns>
      </PublicPage>
    </PublicFrame>
  );
});

/** A newer report takes the place of this one, or this one of an older. */
function Replacement({ report: { replacedBy, replaces } }: { report: ReportPage }) {
  if (!replacedBy && !replaces) return null;
  return (
    <Notice
      id="replaced"
      title={replacedBy ? "A newer report takes the place of this one" : "This takes the place of an older report"}
      shape="change"
    >
      <p>
        {replacedBy ? <a href={`/reports/${replacedBy.slug}`}>{replacedBy.title}</a> : null}
        {!replacedBy && replaces ? <a href={`/reports/${replaces.slug}`}>{replaces.title}</a> : null}
      </p>
    </Notice>
  );
}
