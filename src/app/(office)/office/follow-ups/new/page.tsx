import type { Metadata } from "next";
import type { FormValues } from "@/app/_lib/form-values";
import { readScope } from "@/domain/access/read-scope";
import { ownerFields } from "@/server/follow-ups/acts";
import { getFollowUpChoices, listBodiesToAskFor } from "@/server/follow-ups/office";
import { listDrafts } from "@/server/forms/drafts";
import type { StepField } from "@/server/workflow/step-field";
import { OfficeHead, OfficePage } from "@/ui/page";
import { AnotherBody, BodyChoice, type BodyForm, bodyFor } from "../../../_forms/body-choice";
import { RecordForm } from "../../../_forms/record-form";
import { officePage } from "../../../_lib/office-page";
import { addFollowUpAction } from "./actions";

const FORM: BodyForm = {
  crumbs: [{ href: "/office/follow-ups", label: "Follow-ups" }],
  title: "Enter a follow-up",
  address: "/office/follow-ups/new",
  question: "First, which body asks for it?",
  noun: "body",
};

export const metadata: Metadata = { title: FORM.title };

export default officePage(async (person, _address, { body: asked, minute }) => {
  const bodies = await listBodiesToAskFor(person);
  const body = bodyFor(bodies, asked);
  if (!body) return <BodyChoice of={FORM} bodies={bodies} />;
  const [choices, drafts] = await Promise.all([
    getFollowUpChoices(person, body.id),
    listDrafts(readScope(person), body.id),
  ]);
  return (
    <OfficePage crumbs={FORM.crumbs}>
      <OfficeHead title={FORM.title}>
        Asked for by the {body.name}. <AnotherBody of={FORM} bodies={bodies} />
      </OfficeHead>
      <RecordForm
        action={addFollowUpAction}
        prefix="new"
        record={{ id: body.id, version: 0 }}
        back="/office/follow-ups"
        onceKey={crypto.randomUUID()}
        fields={fieldsFor(choices, typeof minute === "string" ? minute : null)}
        kept={drafts.get("follow-up/new")?.values as FormValues | undefined}
        button="Enter the follow-up"
        notDone="Not entered"
        cancel="/office/follow-ups"
      />
    </OfficePage>
  );
});

type Choices = Awaited<ReturnType<typeof getFollowUpChoices>>;

const fieldsFor = ({ minutes, owners, topics, meetings, bodies }: Choices, minuteId: string | null): StepField[] => [
  { kind: "prose", name: "text", label: "What is asked for", hint: "One thing, so that it can be said to be done" },
  {
    kind: "one",
    name: "minuteId",
    label: "The minute that asks for it",
    none: "No minute: on an authority, as below",
    options: minutes,
    value: minuteId,
  },
  {
    kind: "line",
    name: "consulted",
    label: "Without a minute: an officer’s decision, after consulting",
    hint: "The chair, by name",
  },
  {
    kind: "one",
    name: "otherBodyId",
    label: "Without a minute: another body’s decision",
    none: "None",
    options: bodies,
  },
  { kind: "line", name: "reference", label: "Its reference", hint: "A minute or a letter, as they number it" },
  { kind: "date", name: "decidedOn", label: "Decided on", hint: "Leave it empty for today. A minute has its day." },
  ...ownerFields(owners),
  { kind: "date", name: "dueOn", label: "Due on" },
  { kind: "yes", name: "dueNextMeeting", label: "Due at the next meeting instead" },
  { kind: "one", name: "dueMeetingId", label: "Or at the meeting of", none: "No meeting is named", options: meetings },
  { kind: "one", name: "topicId", label: "The topic it belongs to", none: "None", options: topics },
];
