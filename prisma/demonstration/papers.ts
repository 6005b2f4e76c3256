import { meetingWorkflow } from "@/domain/meetings/meeting-workflow";
import type { FrontSheet } from "@/domain/reports/front-sheet";
import type { AgendaNumber } from "./agenda-2016-10-11";
import type { BodySlug } from "./bodies";
import { type MeetingName, PUBLISHED_AT } from "./meetings";
import { PAPERS, type PaperFacts } from "./paper-facts";
import { storeStandIn } from "./paper-files";
import type { PersonSlug } from "./people";
import type { Ids, Tx } from "./register";
import type { ProposalName } from "./scoping";

const STAND_IN = "A demonstration of Scrutineer: this stands for the paper of 2016 and does not reproduce its pages.";

type Loaded = {
  people: Ids<PersonSlug>;
  bodies: Ids<BodySlug>;
  meetings: Ids<MeetingName>;
  agenda: Ids<AgendaNumber>;
  reports: Ids<string>;
  proposals: Ids<ProposalName>;
};

export async function loadPapers(tx: Tx, loaded: Loaded): Promise<void> {
  const places: Record<string, number> = {};
  for (const paper of PAPERS) {
    const place = paper.item ?? paper.meeting;
    places[place] = (places[place] ?? 0) + 1;
    await loadPaper(tx, loaded, paper, places[place]);
  }
  await tx.scopingProposal.updateMany({
    where: { id: { in: Object.values(loaded.proposals) } },
    data: { agendaItemId: loaded.agenda["8(b)"] },
  });
}

async function loadPaper(tx: Tx, loaded: Loaded, paper: PaperFacts, position: number): Promise<void> {
  const { people, bodies, meetings, agenda, reports, proposals } = loaded;
  const bodyId = bodies["people-and-communities"];
  const reportId = paper.report ? (reports[paper.report] ?? null) : null;
  const report = reportId ? await ofReport(tx, reportId) : undefined;
  const owner = report ?? (paper.appendixTo ? await ofReport(tx, reports[paper.appendixTo]) : undefined);
  const { id } = await tx.paper.create({
    data: {
      bodyId,
      meetingId: meetings[paper.meeting],
      agendaItemId: paper.item ? agenda[paper.item] : null,
      position,
      kind: paper.kind,
      title: paper.title,
      byAsPrinted: paper.by ?? null,
      datedAsPrinted: paper.dated ?? null,
      pageFrom: paper.pages?.[0] ?? null,
      pageTo: paper.pages?.[1] ?? null,
      reportId,
      proposalId: paper.proposal ? proposals[paper.proposal] : null,
      openSince: paper.meeting === "committee-2016-10-11" ? PUBLISHED_AT : null,
      areaId: owner?.areaId ?? null,
      keepers: owner?.keepers ?? [],
      // It was published as exempt, so somebody signed it; who, and for what reason in the public interest, the pack does not say.
      ...(paper.exemptUnder && {
        restriction: "exempt" as const,
        paragraphs: [...paper.exemptUnder],
        restrictionSignedById: people["monitoring-officer"],
        restrictionSignedOn: "2016-09-30",
      }),
      audience: meetingWorkflow.statuses.published.audience,
    },
  });
  const file = await storeStandIn(paper.title, [
    STAND_IN,
    ...(paper.by ? [`By ${paper.by}.`] : []),
    ...summaryOf(report?.text?.frontSheet),
  ]);
  await tx.paperFile.create({ data: { paperId: id, bodyId, scan: "clean", ...file } });
}

const ofReport = (tx: Tx, id = "") => tx.report.findUniqueOrThrow({ where: { id }, include: { text: true } });

/** What the front sheet says in short and recommends, where there is one. */
function summaryOf(frontSheet: unknown): string[] {
  const sheet = (frontSheet ?? {}) as FrontSheet;
  const said = (key: string) => [sheet[key] ?? []].flat().flatMap((text) => text.split(/\n+/));
  const recommended = said("recommendation");
  return [...said("executive_summary"), ...(recommended.length > 0 ? ["Recommendation", ...recommended] : [])];
}
