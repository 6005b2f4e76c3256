import type { Metadata } from "next";
import { listPeopleToKeep } from "@/server/people/office";
import { Actions, Button, LinkButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Facts } from "@/ui/facts";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { OfficeHead, OfficePage } from "@/ui/page";
import { Tag } from "@/ui/tag";
import { orNotFound } from "../../../../_lib/or-not-found";
import { officePage } from "../../../_lib/office-page";
import { SETTINGS_CRUMB } from "../crumbs";
import { Named } from "../named";

export const metadata: Metadata = { title: "People" };

export default officePage(async (person, _address, { name, page: asked }) => {
  const search = typeof name === "string" ? name.trim().slice(0, 100) : "";
  const page = Math.max(1, Math.trunc(Number(asked)) || 1);
  const { people, areMore } = await orNotFound(listPeopleToKeep(person, { search, page }));
  const pageAddress = (to: number) =>
    `/office/settings/people?${new URLSearchParams({ name: search, page: String(to) })}`;
  return (
    <OfficePage crumbs={[SETTINGS_CRUMB]}>
      <OfficeHead title="People" actions={<LinkButton href="/office/settings/people/new">Add a person</LinkButton>}>
        Councillors, co-opted members and officers, those of earlier years too: papers name them.
      </OfficeHead>
      <Form method="get" action="/office/settings/people" className="mt-2">
        <TextField id="name" label="Name, or a part of it" value={search} autoComplete="off" />
        <Actions>
          <Button second>Find people</Button>
        </Actions>
      </Form>
      {people.length === 0 ? (
        <Empty what="Nobody has this name.">Papers may spell it otherwise: try a part of it.</Empty>
      ) : (
        <Facts named>
          {people.map((one) => (
            <Named
              key={one.id}
              href={`/office/settings/people/${one.slug}`}
              title={one.name}
              meta={
                one.mergedInto
                  ? `The same person as ${one.mergedInto.name}`
                  : [...one.posts.map(({ title }) => title), ...one.seats.map(({ body }) => body.shortName)].join(", ")
              }
              end={
                one.account ? <Tag tone="quiet">{one.account.disabledAt ? "Sign-in disabled" : "Signs in"}</Tag> : null
              }
            />
          ))}
        </Facts>
      )}
      {page > 1 || areMore ? (
        <p className="flex gap-4">
          {page > 1 ? <a href={pageAddress(page - 1)}>The page before</a> : null}
          {areMore ? <a href={pageAddress(page + 1)}>The next page</a> : null}
        </p>
      ) : null}
    </OfficePage>
  );
});
