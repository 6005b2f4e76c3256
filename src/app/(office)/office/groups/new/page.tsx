import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { FormValues } from "@/app/_lib/form-values";
import { readScope } from "@/domain/access/read-scope";
import { listDrafts } from "@/server/forms/drafts";
import { listParents, newGroupFields } from "@/server/review-groups/queries";
import { Actions, Button } from "@/ui/button";
import { RadioField } from "@/ui/choice-field";
import { Form } from "@/ui/form";
import { OfficeHead, OfficePage } from "@/ui/page";
import { RecordForm } from "../../../_forms/record-form";
import { officePage } from "../../../_lib/office-page";
import { NEW_GROUP } from "../group-places";
import { proposeGroupAction } from "./actions";

export const metadata: Metadata = { title: "Propose a review group" };

const CRUMBS = [{ href: "/office/groups", label: "Review groups" }];

export default officePage(async (person, _address, { parent: asked }) => {
  const parents = await listParents(person);
  if (parents.length === 0) notFound();
  const parent = parents.length === 1 ? parents[0] : parents.find(({ slug }) => slug === asked);
  if (!parent)
    return (
      <OfficePage crumbs={CRUMBS}>
        <OfficeHead title="Propose a review group">First, to which committee?</OfficeHead>
        <Form method="get" action="/office/groups/new" className="mt-4">
          <RadioField
            id="parent"
            legend="Committee"
            choices={parents.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
          <Actions>
            <Button>Choose the committee</Button>
          </Actions>
        </Form>
      </OfficePage>
    );

  const [fields, drafts] = await Promise.all([
    newGroupFields(parent.id, person.day),
    listDrafts(readScope(person), parent.id),
  ]);
  return (
    <OfficePage crumbs={CRUMBS}>
      <OfficeHead title="Propose a review group">
        To the {parent.name}, which sets it up by a resolution.{" "}
        {parents.length > 1 ? <a href="/office/groups/new">Choose another committee</a> : null}
      </OfficeHead>
      <RecordForm
        action={proposeGroupAction}
        prefix="group"
        record={{ id: parent.id, version: 0 }}
        back="/office/groups"
        onceKey={crypto.randomUUID()}
        fields={fields}
        kept={drafts.get(NEW_GROUP)?.values as FormValues | undefined}
        button="Propose the group"
        notDone="Not proposed"
        cancel="/office/groups"
      />
    </OfficePage>
  );
});
