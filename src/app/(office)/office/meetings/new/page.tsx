import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readScope } from "@/domain/access/read-scope";
import { listDrafts } from "@/server/forms/drafts";
import { arrangementFields, listBodiesToConvene } from "@/server/meetings/arrangements";
import { Actions, Button } from "@/ui/button";
import { SelectField } from "@/ui/field";
import { Form } from "@/ui/form";
import { OfficeHead, OfficePage } from "@/ui/page";
import { RecordForm } from "../../../_forms/record-form";
import { officePage } from "../../../_lib/office-page";
import { createMeetingAction } from "./actions";

export const metadata: Metadata = { title: "New meeting" };

const CRUMBS = [{ href: "/office/meetings", label: "Meetings" }];

export default officePage(async (person, _address, { body: asked }) => {
  const bodies = await listBodiesToConvene(person);
  if (bodies.length === 0) notFound();
  const body = bodies.length === 1 ? bodies[0] : bodies.find(({ slug }) => slug === asked);
  if (!body)
    return (
      <OfficePage crumbs={CRUMBS}>
        <OfficeHead title="New meeting">First, of which body?</OfficeHead>
        <Form method="get" action="/office/meetings/new" className="mt-4">
          <SelectField
            id="body"
            label="Body"
            none="Choose"
            options={bodies.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
          <Actions>
            <Button>Choose the body</Button>
          </Actions>
        </Form>
      </OfficePage>
    );
  const drafts = await listDrafts(readScope(person), body.id);
  return (
    <OfficePage crumbs={CRUMBS}>
      <OfficeHead title="New meeting">
        Of {body.name}. {bodies.length > 1 ? <a href="/office/meetings/new">Choose another body</a> : null} The items
        that its agendas always have are put in. Nobody outside sees it before you convene it.
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
