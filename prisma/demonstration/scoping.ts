import { readScope } from "@/domain/access/read-scope";
import { londonDate } from "@/domain/calendar/london-time";
import { scopingWorkflow } from "@/domain/scoping/scoping-workflow";
import type { Tx as OpenTx } from "@/server/db";
import { contentOf } from "@/server/scoping/content";
import { readRow } from "@/server/scoping/row";
import type { AuthorityName } from "./authorities";
import type { BodySlug } from "./bodies";
import { TODAY } from "./council";
import { PUBLISHED_AT } from "./meetings";
import type { PersonSlug } from "./people";
import { type AreaSlug, areaOf, type PortfolioSlug } from "./posts";
import { type Ids, idOf, type Tx } from "./register";
import type { TopicSlug } from "./topic-facts";

type ProposalFacts = {
  title: string;
  leadMember?: PersonSlug;
  leadOfficer: PersonSlug;
  leadOfficerAsPrinted: string;
  portfolio?: PortfolioSlug;
  endsOn?: string;
  inForceOn?: string;
  /** Prose of the form, by the template's fields; a field that is not here is blank. */
  answers: Readonly<Record<string, string>>;
  topics: readonly TopicSlug[];
};

/** The two initial scoping proposals of item 8(b), as found: neither has a date of approval, one has no lead member. */
const PROPOSALS = {
  "fair-charges": {
    title: "Fair Charges for Care and Support",
    leadMember: "david-walsh",
    leadOfficer: "michael-ford",
    leadOfficerAsPrinted: "Michael Ford, Service Manager",
    portfolio: "adult-health-care-and-independence",
    inForceOn: "2017-04-01",
    answers: {
      suggestedScope: [
        "Cabinet had a report on this on 28 September 2016. Members can shape new charging policies for adult social care, in the light of the Care Act 2014 and of the gap in the council's finances: charging those who can afford to pay may spare services for everybody. The Act lets the council choose whether to charge, and people should be asked for no more than they can afford.",
        "",
        "The review looks at eight areas:",
        "",
        "1. discretionary disregards in the means test;",
        "2. charges for residential and other care;",
        "3. top-up payments in residential care;",
        "4. charges for arranging care and support;",
        "5. deferred payment agreements;",
        "6. charges made by the SUFA team;",
        "7. concessionary transport;",
        "8. information and advice.",
      ].join("\n"),
      methodology:
        "Evidence from practice, research and data, and a public consultation that informs the equalities impact assessment, hears people while the policy can still change, and raises engagement. The principle, which Cabinet has supported before, is to find the actual cost of a service and charge it by ability to pay; members help to find the exceptions. An Executive Advisory Panel oversees the work and has adopted nine guiding principles from the Care Act's guidance.",
      timescale:
        "The new policy is in force on 1 April 2017, if the new case management system is aligned with it by then.",
    },
    topics: ["fair-charges-for-care-and-support"],
  },
  "quality-and-cost-of-care": {
    title: "Quality and Cost of Care",
    leadOfficer: "sally-wernick",
    leadOfficerAsPrinted: "Sally Wernick",
    endsOn: "2017-02-28",
    answers: {
      suggestedScope: [
        "Members look into the quality of the care provided in residential and nursing homes in Dorset, in figures and in words, whether the NHS or the council commissions it or people pay for their own; how quality is monitored and improved, and what part Healthwatch has. An inquiry day hears providers and others.",
        "",
        "- residential care, nursing care and support at home",
        "- ratings of the Care Quality Commission",
        "- how quality is monitored",
        "- analysis and prices: local authority and people who pay themselves",
        "- continuing health care with the Clinical Commissioning Group",
        "- the role of Healthwatch, and what customers say",
      ].join("\n"),
      methodology: [
        "- group work at an inquiry day",
        "- presentation of data",
        "- interviews with providers",
        "- Healthwatch",
      ].join("\n"),
      timescale: "Completed by 28 February 2017.",
    },
    topics: ["care-review", "cost-of-care", "quality-of-care-provided"],
  },
} as const satisfies Record<string, ProposalFacts>;

export type ProposalName = keyof typeof PROPOSALS;

type Loaded = {
  people: Ids<PersonSlug>;
  bodies: Ids<BodySlug>;
  areas: Ids<AreaSlug>;
  portfolios: Ids<PortfolioSlug>;
  topics: Ids<TopicSlug>;
  authorities: Ids<AuthorityName>;
};

export async function loadProposals(tx: Tx, loaded: Loaded): Promise<Ids<ProposalName>> {
  const { people, bodies, areas, portfolios, topics, authorities } = loaded;
  const ids: Partial<Record<ProposalName, string>> = {};
  for (const [name, proposal] of Object.entries(PROPOSALS) as [ProposalName, ProposalFacts][]) {
    const { topics: absorbed, leadMember, leadOfficer, portfolio, ...facts } = proposal;
    const { id } = await tx.scopingProposal.create({
      data: {
        ...facts,
        answers: { ...facts.answers },
        status: "on_agenda",
        statusOn: londonDate(new Date(PUBLISHED_AT)),
        bodyId: bodies["people-and-communities"],
        leadMemberId: leadMember ? people[leadMember] : null,
        leadOfficerId: people[leadOfficer],
        areaId: idOf(areas, areaOf(leadOfficer)),
        portfolioId: idOf(portfolios, portfolio),
        keepers: [people[leadOfficer]],
        audience: scopingWorkflow.statuses.on_agenda.audience,
        topics: { create: absorbed.map((topic) => ({ topicId: topics[topic] })) },
      },
    });
    const row = await readRow(tx as OpenTx, readScope({ kind: "system", job: "demonstration" }), id, TODAY);
    await tx.scopingVersion.create({
      data: { proposalId: id, number: 1, authorityId: authorities.import, content: contentOf(row) },
    });
    ids[name] = id;
  }
  return ids as Ids<ProposalName>;
}
