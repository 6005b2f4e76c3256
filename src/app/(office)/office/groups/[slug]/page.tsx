import { notFound } from "next/navigation";
import { orNotFound } from "@/app/_lib/or-not-found";
import { GroupTag } from "@/app/_lib/state-tag";
import { readScope } from "@/domain/access/read-scope";
import { bodyAddress } from "@/domain/bodies/body-address";
import { formatWord } from "@/domain/bodies/body-words";
import { listDrafts } from "@/server/forms/drafts";
import { getGroup } from "@/server/review-groups/queries";
import { reviewGroupSteps } from "@/server/review-groups/steps";
import { LinkButton } from "@/ui/button";
import { Foot, Main, OfficeHead, OfficePage, OfficeSplit, Side } from "@/ui/page";
import { officeMetadata, officePage } from "../../../_lib/office-page";
import { RecordHistory } from "../../../_lib/record-history";
import { StepsPanel } from "../../../_steps/steps-panel";
import { groupAddress } from "../group-places";
import { GroupFacts } from "./group-facts";
import { GroupForms } from "./group-forms";

type Address = { slug: string };

export const generateMetadata = officeMetadata<Address>(async (person, { slug }) => {
  if (!readScope(person).inside) notFound();
  return { title: (await orNotFound(getGroup(person, slug))).row.body.name };
});

export default officePage<Address>(async (person, { slug }) => {
  const scope = readScope(person);
  if (!scope.inside) notFound();
  const group = await orNotFound(getGroup(person, slug));
  const { row, history } = group;
  const [offered, drafts] = await Promise.all([reviewGroupSteps.offer(person, row.id), listDrafts(scope, row.id)]);
  const here = groupAddress(slug);
  return (
    <OfficePage crumbs={[{ href: "/office/groups", label: "Review groups" }]}>
      <OfficeSplit>
        <Main>
          <OfficeHead
            title={row.body.name}
            tag={<GroupTag status={row.status} />}
            actions={
              <>
                {group.editing ? <LinkButton href={`${here}/edit`}>Edit the proposal</LinkButton> : null}
                {row.audience === "public" ? <a href={bodyAddress(row.body)}>As the public sees it</a> : null}
              </>
            }
          >
            {formatWord(row.format)} of the {row.parent.name}.
          </OfficeHead>
          <GroupFacts group={group} />
        </Main>
        <Side labelledBy="steps">
          <StepsPanel offered={offered} back={here} drafts={drafts} />
          <GroupForms group={group} back={here} drafts={drafts} />
        </Side>
        <Foot>
          <RecordHistory lines={history} verbs={VERBS} />
        </Foot>
      </OfficeSplit>
    </OfficePage>
  );
});

const VERBS = {
  propose: "proposed it",
  edit: "changed what the proposal says",
  seat: "changed who sits in it",
  extend: "recorded that the committee gave it more time",
};
