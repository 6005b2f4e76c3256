import { notFound } from "next/navigation";
import { ClauseTag } from "@/app/_lib/clause-tag";
import { orNotFound } from "@/app/_lib/or-not-found";
import type { Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { recordKey } from "@/domain/access/record-key";
import { formatDate } from "@/domain/calendar/plain-date";
import { listDrafts } from "@/server/forms/drafts";
import { clauseActs } from "@/server/recommendations/acts";
import { getOfficeClause } from "@/server/recommendations/office";
import { clauseSteps } from "@/server/recommendations/steps";
import { Foot, Main, OfficeHead, OfficePage, OfficeSplit, Side } from "@/ui/page";
import { Tag } from "@/ui/tag";
import { ActsPanel } from "../../../../_forms/acts-panel";
import { officeMetadata, officePage } from "../../../../_lib/office-page";
import { RecordHistory } from "../../../../_lib/record-history";
import { StepsPanel } from "../../../../_steps/steps-panel";
import {
  compareAction,
  completeAction,
  draftAction,
  expectAction,
  furtherAction,
  noteAction,
  priorityAction,
  receiptAction,
} from "./actions";
import { ClauseAnswers } from "./clause-answers";
import { ClauseFacts, ClauseNotes } from "./clause-facts";

type Address = { id: string; clause: string };

const ACTIONS = {
  receipt: receiptAction,
  expect: expectAction,
  draft: draftAction,
  complete: completeAction,
  further: furtherAction,
  note: noteAction,
  compare: compareAction,
  priority: priorityAction,
};

const VERBS = {
  agree: "recorded it as agreed",
  receipt: "recorded what was received and when",
  expect: "recorded when an answer is expected",
  further: "recorded a further answer",
  note: "noted how it goes",
  compare: "compared the answer with what was asked",
  priority: "said whether it is a priority",
} as const;

const FIELDS = {
  reason: "the reason that the answer left out",
  decidedOn: "the day of the decision",
  reference: "where the decision can be found",
  owner: "who does it",
  dueOn: "by when",
  undertaking: "what will be done",
} as const;

async function load(person: Person, { id, clause }: Address) {
  if (!/^[1-9]\d{0,2}$/.test(clause)) notFound();
  return await orNotFound(getOfficeClause(person, { id: recordKey(id), number: Number(clause) }));
}

export const generateMetadata = officeMetadata<Address>(async (person, address) => {
  const { recommendation, clause } = await load(person, address);
  return { title: `Clause ${clause.number}, ${recommendation.title}` };
});

export default officePage<Address>(async (person, address) => {
  const found = await load(person, address);
  const { recommendation, clause, history } = found;
  const [offered, acts, drafts] = await Promise.all([
    clauseSteps.offer(person, clause.id),
    clauseActs.offer(person, clause.id),
    listDrafts(readScope(person), clause.id),
  ]);
  const back = `/office/recommendations/${recommendation.id}/${clause.number}` as const;
  const contests = clause.answer !== null && can(person, "recommendation.record", clause.subject);
  return (
    <OfficePage
      crumbs={[
        { href: "/office/recommendations", label: "Recommendations" },
        { href: `/office/recommendations/${recommendation.id}`, label: recommendation.title },
      ]}
    >
      <OfficeSplit>
        <Main>
          <OfficeHead
            title={`Clause ${clause.number}`}
            tag={
              <>
                <ClauseTag status={clause.status} />
                {clause.priority ? <Tag tone="warn">Priority</Tag> : null}
              </>
            }
            actions={
              contests ? (
                <a href={`/office/recommendations/new?contests=${clause.id}`}>Contest the answer</a>
              ) : undefined
            }
          >
            {recommendation.title}, {recommendation.body.name}, {formatDate(recommendation.agreedOn)}.
          </OfficeHead>
          <ClauseFacts found={found} today={person.day} />
          <ClauseAnswers found={found} />
          <ClauseNotes notes={found.notes} />
        </Main>
        {offered.steps.length + acts.length > 0 ? (
          <Side labelledBy={offered.steps.length > 0 ? "steps" : "acts"}>
            <StepsPanel offered={offered} back={back} drafts={drafts} />
            <ActsPanel
              kind="recommendation clause"
              record={{ id: clause.id, version: clause.version }}
              acts={acts}
              actions={ACTIONS}
              back={back}
              drafts={drafts}
            />
          </Side>
        ) : null}
        <Foot>
          <RecordHistory lines={history} verbs={VERBS} fields={FIELDS} />
        </Foot>
      </OfficeSplit>
    </OfficePage>
  );
});
