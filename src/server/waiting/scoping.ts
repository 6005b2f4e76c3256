import { can } from "@/domain/access/permissions";
import { londonDate } from "@/domain/calendar/london-time";
import { formatDate } from "@/domain/calendar/plain-date";
import { leadFrom } from "@/domain/scoping/leaders";
import { missing } from "@/domain/scoping/missing";
import { needsLead } from "@/domain/scoping/scoping-proposal";
import type { Waiting } from "@/domain/waiting/waiting";
import type { ScopingProposalStatus } from "@/generated/prisma/client";
import { readable } from "@/server/access/readable";
import { reader } from "@/server/db";
import { BODY_LINK } from "@/server/meetings/queries";
import { agendaItemOf, PROPOSAL, proposalFacts } from "@/server/programme/proposal-facts";
import { withSeats } from "@/server/scoping/row";
import { placesAhead } from "./agenda-places";
import { type Asker, counted } from "./asker";

/** More than this is no list of things to do. */
const MOST = 60;

/** The next step is its author's, or democratic services'. */
const WITH_ITS_AUTHOR: readonly ScopingProposalStatus[] = ["draft", "referred_back", "revision"];
const APPROVED_ONCE: readonly ScopingProposalStatus[] = ["approved", "approved_amended"];
const WITH_THE_DESK: readonly ScopingProposalStatus[] = ["ready", "deferred"];

/**
 * Proposals to finish, for who writes or leads them; to put on an agenda, for who serves the committee; without a lead member,
 * for both.
 */
export async function scopingWaiting({ person, scope, today }: Asker): Promise<Waiting[]> {
  const rows = await reader(scope).scopingProposal.findMany({
    where: {
      AND: [readable(scope), { status: { in: [...WITH_ITS_AUTHOR, ...WITH_THE_DESK, "on_agenda", ...APPROVED_ONCE] } }],
    },
    orderBy: { createdAt: "asc" },
    take: MOST,
    select: {
      ...PROPOSAL,
      createdAt: true,
      statusOn: true,
      leadMember: { select: withSeats(today) },
      body: { select: { ...BODY_LINK, parentId: true, scopingTemplate: true } },
      agendaItem: { select: { meeting: { select: { date: true, status: true } } } },
      programmeItems: { select: { id: true }, take: 1 },
    },
  });
  const places = await placesAhead(
    scope,
    rows.flatMap((row) => agendaItemOf(row) ?? []),
    today,
  );

  return rows.flatMap((row): Waiting[] => {
    const leads = row.leadMember ? [leadFrom(row.leadMember, row.bodyId)] : [];
    const proposal = { ...proposalFacts(row), leads };
    const relations = {
      bodyId: row.bodyId,
      parentBodyId: row.body.parentId,
      keepers: row.keepers,
      leadMemberIds: leads.map(({ personId }) => personId),
    };
    const isOwn = [...row.keepers, ...relations.leadMemberIds].includes(person.personId);
    const writes = isOwn && can(person, "scoping.edit", relations);
    const serves = can(person, "scoping.list", relations);
    const about = {
      subject: { kind: "proposal", id: row.id },
      since: row.statusOn ?? londonDate(row.createdAt),
    } as const;
    const things: Waiting[] = [];

    if (writes && WITH_ITS_AUTHOR.includes(row.status)) {
      const gaps = missing(proposal.template, proposal).filter(({ severity }) => severity === "hard");
      things.push({
        ...about,
        key: `proposal ${row.id} to finish`,
        title: `${row.status === "draft" ? "Finish" : "Revise"} “${row.title || "a proposal without a name"}”`,
        why: gaps[0]
          ? `${counted(gaps.length, "thing")} missing before it can be put forward. ${gaps[0].sentence}`
          : "Nothing is missing: it can be put forward.",
        verb: "Continue the proposal",
      });
    }
    if (serves && WITH_THE_DESK.includes(row.status))
      things.push({
        ...about,
        key: `proposal ${row.id} to list`,
        title: `“${row.title}” waits for an agenda`,
        why: `Put forward to ${row.body.shortName}${proposal.leadOfficer ? ` by ${proposal.leadOfficer}` : ""}.`,
        verb: "See the proposal",
      });
    const met = row.agendaItem?.meeting;
    if (serves && row.status === "on_agenda" && met?.status === "held")
      things.push({
        ...about,
        key: `proposal ${row.id} to decide`,
        title: `Record what was decided of “${row.title}”`,
        why: `It was before ${row.body.shortName} on ${formatDate(met.date)}. The resolution comes from the minutes.`,
        verb: "Record the decision",
      });
    if (serves && APPROVED_ONCE.includes(row.status))
      things.push({
        ...about,
        key: `proposal ${row.id} to commission`,
        title: `“${row.title}” is approved`,
        why:
          row.programmeItems.length > 0
            ? "Commission the work, so that whoever is to do it can begin."
            : "Commission the work, and give it its place in the programme.",
        verb: "See the proposal",
      });
    if ((serves || writes) && needsLead(proposal))
      things.push({
        ...about,
        ...places.get(agendaItemOf(row) ?? ""),
        key: `proposal ${row.id} without lead`,
        title: `“${row.title}” has no lead member`,
        why: "Proposals to this committee need one: a member of the committee who is not in the Cabinet.",
        verb: "See the proposal",
      });
    return things;
  });
}
