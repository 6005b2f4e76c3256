import { site } from "@/app/_lib/site";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { getForwardPlan } from "@/server/forward-plan/queries";
import { Empty } from "@/ui/empty";
import { List } from "@/ui/list";
import { PageHead, PublicPage, Section } from "@/ui/page";
import { PublicFrame } from "../../_lib/public-frame";
import { publicMetadata, publicPage } from "../../_lib/public-page";
import { DecisionLine } from "./decision-line";

export const generateMetadata = publicMetadata(async () => ({ title: "Forward plan" }));

export default publicPage(async () => {
  const { council, clock, calendar } = await site();
  const { coming, before } = await getForwardPlan(PUBLIC_SCOPE, clock.date);
  const executive = council.labels.executive;
  return (
    <PublicFrame section="/forward-plan">
      <PublicPage>
        <PageHead
          title="Forward plan"
          lead={`What the ${executive} is about to decide. Scrutiny looks here to be heard before a decision is taken.`}
        />
        <Section id="coming" title="Coming decisions">
          {coming.length > 0 ? (
            <List hangs>
              {coming.map((entry) => (
                <DecisionLine key={entry.id} entry={entry} today={clock.date} calendar={calendar} />
              ))}
            </List>
          ) : (
            <Empty what="No coming decision is listed.">
              The {executive} publishes its key decisions 28 clear days before it takes them.
            </Empty>
          )}
        </Section>
        {before.length > 0 ? (
          <Section id="before" title={`Before the ${executive} lately`}>
            <List hangs>
              {before.map((entry) => (
                <DecisionLine key={entry.id} entry={entry} today={clock.date} calendar={calendar} />
              ))}
            </List>
          </Section>
        ) : null}
      </PublicPage>
    </PublicFrame>
  );
});
