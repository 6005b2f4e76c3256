import { reportWorkflow } from "@/domain/reports/report-workflow";
import type { ReportStatus } from "@/generated/prisma/enums";
import type { BodySlug } from "./bodies";
import type { MeetingName } from "./meetings";
import type { PersonSlug } from "./people";
import type { AreaSlug } from "./posts";
import type { ItemName } from "./programme-facts";
import type { Ids, Tx } from "./register";
import { COMMUNITY_OFFER } from "./reports/community-offer";
import { HATE_CRIME } from "./reports/hate-crime";
import { JUNE_REPORTS } from "./reports/june";
import { PROGRESS_ON_MATTERS_RAISED } from "./reports/progress-on-matters-raised";
import { REGISTRATION_SERVICES } from "./reports/registration-services";
import { anchored, type ReportFacts } from "./reports/report-facts";
import { WORKING_WITH_COMMUNITIES } from "./reports/working-with-communities";
import type { TopicSlug } from "./topic-facts";

const OCTOBER_REPORTS = [
  PROGRESS_ON_MATTERS_RAISED,
  HATE_CRIME,
  WORKING_WITH_COMMUNITIES,
  COMMUNITY_OFFER,
  REGISTRATION_SERVICES,
];

type Loaded = {
  people: Ids<PersonSlug>;
  bodies: Ids<BodySlug>;
  areas: Ids<AreaSlug>;
  meetings: Ids<MeetingName>;
  topics: Ids<TopicSlug>;
  items: Ids<ItemName>;
};

/** Reports by slug. */
export async function loadReports(tx: Tx, loaded: Loaded): Promise<Ids<string>> {
  const ids: Record<string, string> = {};
  for (const report of JUNE_REPORTS)
    ids[report.slug] = await loadReport(tx, loaded, report, "considered", "committee-2016-06-16");
  for (const report of OCTOBER_REPORTS)
    ids[report.slug] = await loadReport(tx, loaded, report, "published", "committee-2016-10-11");
  return ids;
}

async function loadReport(
  tx: Tx,
  { people, bodies, areas, meetings, topics, items }: Loaded,
  report: ReportFacts,
  status: ReportStatus,
  meeting: MeetingName,
): Promise<string> {
  const bodyId = bodies["people-and-communities"];
  const { id } = await tx.report.create({
    data: {
      slug: report.slug,
      title: report.title,
      status,
      publishedOn: status === "published" ? "2016-09-30" : null,
      consideredOn: status === "considered" ? "2016-06-16" : null,
      bodyId,
      meetingId: meetings[meeting],
      topicId: report.topic ? topics[report.topic] : null,
      programmeItemId: report.programmeItem ? items[report.programmeItem] : null,
      areaId: report.area ? areas[report.area] : null,
      keepers: report.authors.map(({ person }) => people[person]),
      audience: reportWorkflow.statuses[status].audience,
      authors: {
        create: report.authors.map(({ person, title, signs = false }) => ({
          personId: people[person],
          titleAsPrinted: title,
          signs,
        })),
      },
    },
  });
  await tx.outsideDate.createMany({
    data: (report.outsideDates ?? []).map((date) => ({
      ...date,
      reportId: id,
      programmeItemId: report.programmeItem ? items[report.programmeItem] : null,
    })),
  });
  if (report.frontSheet)
    await tx.reportText.create({
      data: {
        reportId: id,
        bodyId,
        frontSheet: JSON.parse(JSON.stringify(report.frontSheet)),
        numbered: {
          create: anchored(report.paragraphs ?? []).map(({ number, heading, text, anchor }, index) => ({
            position: index + 1,
            anchor,
            number: number ?? null,
            heading: heading ?? null,
            markdown: text ?? "",
          })),
        },
      },
    });
  return id;
}
