import { orNotFound } from "@/app/_lib/or-not-found";
import { FollowUpTag } from "@/app/_lib/state-tag";
import { readScope } from "@/domain/access/read-scope";
import { recordKey } from "@/domain/access/record-key";
import { formatDate } from "@/domain/calendar/plain-date";
import { asHeading } from "@/domain/wording/shortened";
import { followUpActs } from "@/server/follow-ups/acts";
import { getOfficeFollowUp } from "@/server/follow-ups/office";
import { followUpSteps } from "@/server/follow-ups/steps";
import { listDrafts } from "@/server/forms/drafts";
import { Foot, Main, OfficeHead, OfficePage, OfficeSplit, Side } from "@/ui/page";
import { ActsPanel } from "../../../_forms/acts-panel";
import { officeMetadata, officePage } from "../../../_lib/office-page";
import { RecordHistory } from "../../../_lib/record-history";
import { StepsPanel } from "../../../_steps/steps-panel";
import { escalateAction, noteAction, reassignAction } from "./actions";
import { FollowUpFacts, FollowUpNotes } from "./follow-up-facts";

type Address = { id: string };

const CRUMBS = [{ href: "/office/follow-ups", label: "Follow-ups" }];
const ACTIONS = { note: noteAction, escalate: escalateAction, reassign: reassignAction };

export const generateMetadata = officeMetadata<Address>(async (person, { id }) => ({
  title: asHeading((await load(person, id)).text),
}));

export default officePage<Address>(async (person, { id }) => {
  const followUp = await load(person, id);
  const [offered, acts, drafts] = await Promise.all([
    followUpSteps.offer(person, id),
    followUpActs.offer(person, id),
    listDrafts(readScope(person), id),
  ]);
  const back = `/office/follow-ups/${id}` as const;
  return (
    <OfficePage crumbs={CRUMBS}>
      <OfficeSplit>
        <Main>
          <OfficeHead title={asHeading(followUp.text)} tag={<FollowUpTag status={followUp.status} />}>
            {followUp.body.name}, {formatDate(followUp.raisedOn)}.
          </OfficeHead>
          <FollowUpFacts followUp={followUp} today={person.day} />
          <FollowUpNotes notes={followUp.notes} />
        </Main>
        {offered.steps.length + acts.length > 0 ? (
          <Side labelledBy={offered.steps.length > 0 ? "steps" : "acts"}>
            <StepsPanel offered={offered} back={back} drafts={drafts} />
            <ActsPanel
              kind="follow-up"
              record={{ id, version: followUp.version }}
              acts={acts}
              actions={ACTIONS}
              back={back}
              drafts={drafts}
            />
          </Side>
        ) : null}
        <Foot>
          <RecordHistory
            lines={followUp.history}
            verbs={{
              enter: "entered it",
              note: "noted how it goes",
              escalate: "noted that it is chased",
            }}
            fields={{ owners: "who answers for it", dueOn: "the day it is due" }}
          />
        </Foot>
      </OfficeSplit>
    </OfficePage>
  );
});

async function load(person: Parameters<typeof getOfficeFollowUp>[0], id: string) {
  return await orNotFound(getOfficeFollowUp(person, recordKey(id)));
}
