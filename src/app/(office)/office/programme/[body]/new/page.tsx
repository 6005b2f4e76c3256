import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/_lib/or-not-found";
import { can } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { listDrafts } from "@/server/forms/drafts";
import { formOf } from "@/server/programme/item-values";
import { getNewItem } from "@/server/programme/queries";
import { OfficeHead, OfficePage } from "@/ui/page";
import { officePage } from "../../../../_lib/office-page";
import { newItemForm } from "../../places";
import { choicesFor } from "../item-choices";
import { NewItemForm } from "./new-item-form";

export const metadata: Metadata = { title: "Add an item" };

export default officePage<{ body: string }>(async (person, { body: slug }, { topic, proposal }) => {
  const takesUp = { topicId: one(topic), proposalId: one(proposal) };
  const { body, values, choices, title } = await orNotFound(
    getNewItem(readScope(person), { body: slug, ...takesUp }, person.day),
  );
  const drafts = await listDrafts(readScope(person), person.personId);
  if (!can(person, "programme.edit", { bodyId: body.id, parentBodyId: body.parentId })) notFound();
  return (
    <OfficePage
      crumbs={[
        { href: "/office/programme", label: "Work programmes" },
        { href: `/office/programme/${body.slug}`, label: body.shortName },
      ]}
    >
      <OfficeHead title="Add an item">
        To the work programme of {body.shortName}.{title === null ? null : ` It takes up “${title}”.`}
      </OfficeHead>
      <NewItemForm
        body={body.slug}
        takesUp={takesUp}
        values={formOf(values)}
        choices={choicesFor(choices)}
        onceKey={crypto.randomUUID()}
        kept={drafts.get(newItemForm(body.slug))?.values}
      />
    </OfficePage>
  );
});

const one = (asked: string | string[] | undefined) => (typeof asked === "string" ? asked : undefined);
