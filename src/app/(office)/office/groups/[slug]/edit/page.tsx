import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { FormValues } from "@/app/_lib/form-values";
import { orNotFound } from "@/app/_lib/or-not-found";
import { readScope } from "@/domain/access/read-scope";
import { listDrafts } from "@/server/forms/drafts";
import { getGroup } from "@/server/review-groups/queries";
import { OfficeHead, OfficePage } from "@/ui/page";
import { RecordForm } from "../../../../_forms/record-form";
import { officePage } from "../../../../_lib/office-page";
import { EDIT_GROUP, groupAddress } from "../../group-places";
import { editGroupAction } from "../actions";

export const metadata: Metadata = { title: "Edit a proposed review group" };

export default officePage<{ slug: string }>(async (person, { slug }) => {
  const scope = readScope(person);
  const { row, editing } = await orNotFound(getGroup(person, slug));
  if (!editing) notFound();
  const drafts = await listDrafts(scope, row.id);
  return (
    <OfficePage
      crumbs={[
        { href: "/office/groups", label: "Review groups" },
        { href: groupAddress(slug), label: row.body.name },
      ]}
    >
      <OfficeHead title="Edit the proposal">
        To the {row.parent.name}. Once the committee has set the group up, what it resolved stays.
      </OfficeHead>
      <RecordForm
        action={editGroupAction}
        prefix="group"
        record={{ id: row.id, version: row.version }}
        back={groupAddress(slug)}
        onceKey={crypto.randomUUID()}
        fields={editing}
        kept={drafts.get(EDIT_GROUP)?.values as FormValues | undefined}
        button="Save"
        cancel={groupAddress(slug)}
      />
    </OfficePage>
  );
});
