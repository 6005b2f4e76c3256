import type { ReadScope } from "@/domain/access/read-scope";
import { isKey } from "@/domain/access/record-key";
import type { PlainDate } from "@/domain/calendar/plain-date";
import { numberAgenda } from "@/domain/meetings/agenda";
import type { ScopingStatus } from "@/domain/scoping/scoping-proposal";
import { readable } from "@/server/access/readable";
import { ACCESS, visible } from "@/server/access/visible";
import { reader } from "@/server/db";
import { notFound } from "@/server/errors";
import { BODY_LINK } from "@/server/meetings/queries";
import { contentFrom, contentOf } from "./content";
import { typedFrom } from "./form";
import { listProposalHistory } from "./history";
import { findProposal } from "./subject";

/** A list longer than this is no list; what is older is found from its committee. */
const MOST_PROPOSALS = 500;

/** Every proposal that is open to the reader, by committee, the newest first. */
export async function listProposals(scope: ReadScope) {
  const proposals = await reader(scope).scopingProposal.findMany({
    where: readable(scope),
    orderBy: [{ body: { name: "asc" } }, { createdAt: "desc" }, { id: "desc" }],
    take: MOST_PROPOSALS,
    select: {
      id: true,
      title: true,
      status: true,
      leadMemberId: true,
      leadOfficerAsPrinted: true,
      createdAt: true,
      keepers: true,
      body: { select: BODY_LINK },
      leadMember: { select: { name: true } },
      leadOfficer: { select: { name: true } },
    },
  });
  return proposals.map(({ keepers, leadOfficer, leadOfficerAsPrinted, leadMember, ...proposal }) => ({
    ...proposal,
    leadMember: leadMember?.name ?? null,
    leadOfficer: leadOfficer?.name ?? leadOfficerAsPrinted,
    isOwn: scope.personId !== null && keepers.includes(scope.personId),
  }));
}

export type ListedProposal = Awaited<ReturnType<typeof listProposals>>[number];

/**
 * One proposal with everything its page shows, and what its rules look at.
 * @throws ExpectedError "not-found"
 */
export async function getProposal(scope: ReadScope, id: string, today: PlainDate) {
  const { row, subject } = await findProposal(reader(scope), scope, id, today);
  const [history, versions, agendaItem] = await Promise.all([
    listProposalHistory(scope, row),
    listVersions(scope, id),
    row.agendaItem && listedAt(scope, row.agendaItem),
  ]);
  const amendments = AMENDED.includes(row.status) ? await lastAmendments(scope, id) : undefined;
  const content = { ...contentOf(row), ...(amendments && { amendments }) };
  const { body, leadMemberId, leadOfficerId, reportToId, bodyId, audience, status, version } = row;
  return {
    ...{ id, bodyId, leadMemberId, leadOfficerId, reportToId, audience, status, version },
    body: { kind: body.kind, slug: body.slug, name: body.name, shortName: body.shortName },
    subject,
    content,
    /** The same as its form would hold it. */
    typed: typedFrom(content),
    history,
    versions,
    agendaItem,
    /** Whether an item of the work programme, which the reader may see, takes it up. */
    isPlanned: row.programmeItems.length > 0,
    nextMeeting: body.meetings.find(({ date }) => date > today) ?? null,
  };
}

export type ProposalPage = Awaited<ReturnType<typeof getProposal>>;

/** In these the proposal stands as the committee amended it, where it did. */
const AMENDED: readonly ScopingStatus[] = ["approved_amended", "commissioned", "complete"];

async function lastAmendments(scope: ReadScope, proposalId: string): Promise<string | undefined> {
  const last = await reader(scope).scopingVersion.findFirst({
    where: { proposalId, proposal: readable(scope) },
    orderBy: { number: "desc" },
    select: { content: true },
  });
  return last ? contentFrom(last.content).amendments : undefined;
}

const listVersions = (scope: ReadScope, proposalId: string) =>
  reader(scope).scopingVersion.findMany({
    where: { proposalId, proposal: readable(scope) },
    orderBy: { number: "desc" },
    select: { number: true, recordedAt: true },
  });

/**
 * A proposal as it was when it was put forward. What was published stays open to everybody while the proposal is drafted again;
 * of the proposal as it stands now, this says nothing.
 * @throws ExpectedError "not-found"
 */
export async function getVersion(scope: ReadScope, proposalId: string, number: number) {
  if (!isKey(proposalId) || !Number.isSafeInteger(number)) throw notFound();
  const version = await reader(scope).scopingVersion.findFirst({
    where: { proposalId, number, OR: [{ audience: "public" }, { proposal: readable(scope) }] },
    select: { number: true, recordedAt: true, content: true },
  });
  if (!version) throw notFound();
  return { ...version, content: contentFrom(version.content) };
}

/**
 * The last version of a proposal that is open to the reader: of one that is drafted again, what was published.
 * @throws ExpectedError "not-found"
 */
export async function getLastVersion(scope: ReadScope, proposalId: string) {
  if (!isKey(proposalId)) throw notFound();
  const version = await reader(scope).scopingVersion.findFirst({
    where: { proposalId, OR: [{ audience: "public" }, { proposal: readable(scope) }] },
    orderBy: { number: "desc" },
    select: { number: true, content: true, proposal: { select: { ...ACCESS, body: { select: BODY_LINK } } } },
  });
  if (!version) throw notFound();
  const { number, content, proposal } = version;
  return { number, content: contentFrom(content), body: visible(scope, proposal)?.body ?? null };
}

export type LastVersion = Awaited<ReturnType<typeof getLastVersion>>;

type Listed = NonNullable<Awaited<ReturnType<typeof findProposal>>["row"]["agendaItem"]>;

/** Where it is on an agenda, by the number that the whole agenda gives it. */
async function listedAt(scope: ReadScope, { id, meeting }: Listed) {
  const items = await reader(scope).agendaItem.findMany({
    where: { AND: [{ meeting: { agenda: { some: { id } } } }, readable(scope)] },
    select: { id: true, parentId: true, place: true },
  });
  const number = numberAgenda(items).find(({ item }) => item.id === id)?.number ?? null;
  return { number, meeting: { slug: meeting.slug, date: meeting.date, body: meeting.body } };
}

/** Whether the reader may read it at all, for what is kept of a form that is still being typed. */
export async function isOpenProposal(scope: ReadScope, id: string): Promise<boolean> {
  return isKey(id) && (await reader(scope).scopingProposal.count({ where: { AND: [{ id }, readable(scope)] } })) > 0;
}
