import type { Metadata } from "next";
import { orNotFound } from "@/app/_lib/or-not-found";
import { can } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { WRITTEN_IN } from "@/domain/scoping/scoping-proposal";
import { scopingWorkflow } from "@/domain/scoping/scoping-workflow";
import { type Section, sectionOf, sectionsOf, stateOf } from "@/domain/scoping/sections";
import { type Move, movesFor } from "@/domain/workflow/workflow";
import { getCalendar } from "@/server/clock/queries";
import { listDrafts } from "@/server/forms/drafts";
import { getProposalChoices } from "@/server/scoping/choices";
import { getProposal } from "@/server/scoping/queries";
import { scopingSteps } from "@/server/scoping/steps";
import { officePage } from "../../../_lib/office-page";
import { DraftView } from "./draft-view";
import { ReadView } from "./read-view";

export const metadata: Metadata = { title: "Scoping proposal" };

export default officePage<{ id: string }>(async (person, { id }, asked) => {
  const scope = readScope(person);
  const proposal = await orNotFound(getProposal(scope, id, person.day));
  const moves = movesFor(scopingWorkflow, proposal.subject, { actor: person, today: person.day });
  const [drafts, offered] = await Promise.all([listDrafts(scope, id), scopingSteps.offer(person, id)]);
  if (!WRITTEN_IN.includes(proposal.status) || !can(person, "scoping.edit", proposal.subject))
    return <ReadView proposal={proposal} offered={offered} drafts={drafts} />;

  const [choices, calendar] = await Promise.all([getProposalChoices(scope, proposal, person.day), getCalendar()]);
  const sections = sectionsOf(proposal.content.template);
  const forward = moves.find(({ name }) => name === "putForward");
  const findings = forward ? [...forward.blockedBy, ...forward.warnings] : [];
  const wasRefused = asked.asked === "forward" && (forward?.blockedBy.length ?? 0) > 0;
  const section =
    sections.find(({ key }) => key === asked.section) ??
    (wasRefused ? firstStopped(sections, forward) : undefined) ??
    sections.find((each) => stateOf(each, proposal.subject, findings).state !== "complete") ??
    sections[0];
  if (!section) throw new Error("A proposal's template has no fields.");
  return (
    <DraftView
      {...{ proposal, person, offered, forward, drafts, choices, calendar, sections, section, findings, wasRefused }}
    />
  );
});

const firstStopped = (sections: readonly Section[], move: Move<string> | undefined) =>
  move?.blockedBy[0] && sectionOf(sections, move.blockedBy[0]);
