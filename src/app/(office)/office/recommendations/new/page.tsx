import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { FormValues } from "@/app/_lib/form-values";
import { readScope } from "@/domain/access/read-scope";
import { formatDate } from "@/domain/calendar/plain-date";
import { shortened } from "@/domain/wording/shortened";
import { listDrafts } from "@/server/forms/drafts";
import {
  type DecisionToRecord,
  getRecommendationChoices,
  listDecisionsToRecord,
} from "@/server/recommendations/office";
import { Actions, Button } from "@/ui/button";
import { RadioField } from "@/ui/choice-field";
import { Empty } from "@/ui/empty";
import { Form } from "@/ui/form";
import { OfficeHead, OfficePage } from "@/ui/page";
import { officePage } from "../../../_lib/office-page";
import { RecommendationForm } from "./recommendation-form";

export const metadata: Metadata = { title: "Record a recommendation" };

const CRUMBS = [{ href: "/office/recommendations", label: "Recommendations" }];

export default officePage(async (person, _address, { decision: asked, contests }) => {
  const decisions = await listDecisionsToRecord(person);
  if (decisions.length === 0) notFound();
  const contested = typeof contests === "string" ? contests : undefined;
  const decision = decisions.find(({ id, recommendations }) => id === asked && recommendations.length === 0);
  if (!decision) return <ChooseDecision decisions={decisions} contested={contested} />;

  const { meeting } = decision.minute.minutes;
  const [choices, drafts] = await Promise.all([
    getRecommendationChoices(person, { bodyId: meeting.bodyId, on: meeting.date }),
    listDrafts(readScope(person), decision.id),
  ]);
  return (
    <OfficePage crumbs={CRUMBS}>
      <OfficeHead title="Record a recommendation">
        {labelOf(decision)}. Once it is recorded, nobody changes a word of it.
      </OfficeHead>
      <RecommendationForm
        decisionId={decision.id}
        onceKey={crypto.randomUUID()}
        given={{
          text: decision.text,
          because: decision.reason ?? "",
          title: decision.minute.headings[0] ?? "",
          topicId: decision.minute.topicId ?? "",
          reference: choices.reference ?? "",
          contestsId: contested ?? "",
        }}
        choices={choices}
        kept={drafts.get("recommendation/new")?.values as FormValues | undefined}
      />
    </OfficePage>
  );
});

function ChooseDecision({
  decisions,
  contested,
}: {
  decisions: readonly DecisionToRecord[];
  contested: string | undefined;
}) {
  const open = decisions.filter(({ recommendations }) => recommendations.length === 0);
  return (
    <OfficePage crumbs={CRUMBS}>
      <OfficeHead title="Record a recommendation">First, the decision in the minutes that agreed it.</OfficeHead>
      {open.length === 0 ? (
        <Empty what="Every decision that recommends something is recorded.">
          A new one comes from the minutes: record the decision there first, as a recommendation.
        </Empty>
      ) : (
        <Form method="get" action="/office/recommendations/new" className="mt-4">
          {contested ? <input type="hidden" name="contests" value={contested} /> : null}
          <RadioField
            id="decision"
            legend="Decision"
            choices={open.map((decision) => ({
              value: decision.id,
              label: labelOf(decision),
              hint: shortened(decision.text, 160),
            }))}
          />
          <Actions>
            <Button>Choose the decision</Button>
          </Actions>
        </Form>
      )}
    </OfficePage>
  );
}

function labelOf({ minute: { number, headings, minutes } }: DecisionToRecord): string {
  const { meeting } = minutes;
  return `${meeting.body.shortName}, ${formatDate(meeting.date)}${number === null ? "" : `, minute ${number}`}: ${headings[0] ?? "without a heading"}`;
}
