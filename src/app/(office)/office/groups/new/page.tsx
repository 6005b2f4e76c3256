import type { Metadata } from "next";
import type { FormValues } from "@/app/_lib/form-values";
import { readScope } from "@/domain/access/read-scope";
import { listDrafts } from "@/server/forms/drafts";
import { listParents, newGroupFields } from "@/server/review-groups/queries";
import { OfficeHead, OfficePage } from "@/ui/page";
import { AnotherBody, BodyChoice, type BodyForm, bodyFor } from "../../../_forms/body-choice";
import { RecordForm } from "../../../_forms/record-form";
import { officePage } from "../../../_lib/office-page";
import { NEW_GROUP } from "../group-places";
import { proposeGroupAction } from "./actions";

const FORM: BodyForm = {
  crumbs: [{ href: "/office/groups", label: "Review groups" }],
  title: "Propose a review group",
  address: "/office/groups/new",
  question: "First, to which committee?",
  noun: "committee",
  name: "parent",
};

export const metadata: Metadata = { title: FORM.title };

export default officePage(async (person, _address, { parent: asked }) => {
  const parents = await listParents(person);
  const parent = bodyFor(parents, asked);
  if (!parent) return <BodyChoice of={FORM} bodies={parents} />;

  const [fields, drafts] = await Promise.all([
    newGroupFields(parent.id, person.day),
    listDrafts(readScope(person), parent.id),
  ]);
  return (
    <OfficePage crumbs={FORM.crumbs}>
      <OfficeHead title={FORM.title}>
        To the {parent.name}, which sets it up by a resolution. <AnotherBody of={FORM} bodies={parents} />
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
