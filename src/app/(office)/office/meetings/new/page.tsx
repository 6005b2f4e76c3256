import type { Metadata } from "next";
import { readScope } from "@/domain/access/read-scope";
import { listDrafts } from "@/server/forms/drafts";
import { arrangementFields, listBodiesToConvene } from "@/server/meetings/arrangements";
import { OfficeHead, OfficePage } from "@/ui/page";
import { AnotherBody, BodyChoice, type BodyForm, bodyFor } from "../../../_forms/body-choice";
import { RecordForm } from "../../../_forms/record-form";
import { officePage } from "../../../_lib/office-page";
import { createMeetingAction } from "./actions";

const FORM: BodyForm = {
  crumbs: [{ href: "/office/meetings", label: "Meetings" }],
  title: "New meeting",
  address: "/office/meetings/new",
  question: "First, of which body?",
  noun: "body",
};

export const metadata: Metadata = { title: FORM.title };

export default officePage(async (person, _address, { body: asked }) => {
  const bodies = await listBodiesToConvene(person);
  const body = bodyFor(bodies, asked);
  if (!body) return <BodyChoice of={FORM} bodies={bodies} />;
  const drafts = await listDrafts(readScope(person), body.id);
  return (
    <OfficePage crumbs={FORM.crumbs}>
      <OfficeHead title={FORM.title}>
        Of {body.name}. The items that its agendas always have are put in. Nobody outside sees it before you convene it.{" "}
        <AnotherBody of={FORM} bodies={bodies} />
      </OfficeHead>
      <RecordForm
        action={createMeetingAction}
        prefix="meeting"
        record={{ id: body.id, version: 0 }}
        back="/office/meetings"
        onceKey={crypto.randomUUID()}
        fields={arrangementFields(null, true)}
        kept={drafts.get("meeting/new")?.values}
        button="Make the meeting"
        notDone="Not made"
        cancel="/office/meetings"
      />
    </OfficePage>
  );
});
