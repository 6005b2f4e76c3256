import { listBodyChoices } from "@/server/bodies/office";
import { getPersonToKeep, listAreas, listPeopleChoices, listPortfolios } from "@/server/people/office";
import { Notice } from "@/ui/notice";
import { Main, OfficeHead, OfficePage, OfficeSection, OfficeSplit, Side } from "@/ui/page";
import { orNotFound } from "../../../../../_lib/or-not-found";
import { officeMetadata, officePage } from "../../../../_lib/office-page";
import { PEOPLE_CRUMB, SETTINGS_CRUMB } from "../../crumbs";
import { SettingsForm } from "../../settings-form";
import { addAliasAction, changePersonAction, mergePeopleAction, removeAliasAction } from "../actions";
import { personFields } from "../person-fields";
import { AccountPanel } from "./account-panel";
import { PostsPanel } from "./posts-panel";
import { SeatsPanel } from "./seats-panel";

type Address = { slug: string };

export const generateMetadata = officeMetadata<Address>(async (person, { slug }) => ({
  title: (await orNotFound(getPersonToKeep(person, slug))).name,
}));

export default officePage<Address>(async (person, { slug }, { saved }) => {
  const one = await orNotFound(getPersonToKeep(person, slug));
  const whose = { id: one.id, slug: one.slug };
  const key = () => crypto.randomUUID();
  const [areas, portfolios, bodies, people] = one.mayManage
    ? await Promise.all([listAreas(), listPortfolios(), listBodyChoices(), listPeopleChoices()])
    : [[], [], [], []];
  return (
    <OfficePage crumbs={[SETTINGS_CRUMB, PEOPLE_CRUMB]}>
      <OfficeHead title={one.name}>
        <a href={`/people/${one.slug}`}>As the public sees them</a>
      </OfficeHead>
      {saved ? <Notice tone="done" title="Saved" status /> : null}
      {one.mergedInto ? (
        <Notice title="This record is kept, and points to another">
          <p>
            It is the same person as{" "}
            <a href={`/office/settings/people/${one.mergedInto.slug}`}>{one.mergedInto.name}</a>, whose record
            everything goes by.
          </p>
        </Notice>
      ) : null}
      <OfficeSplit>
        <Main>
          <SeatsPanel seats={one.seats} />
          <PostsPanel
            person={one}
            mayManage={one.mayManage && one.mergedInto === null}
            today={person.day}
            choices={{ areas, portfolios, bodies }}
          />
          <OfficeSection id="facts" title="Name, and how to reach them">
            <SettingsForm
              action={changePersonAction}
              prefix="person"
              hidden={whose}
              version={one.version}
              onceKey={key()}
              fields={personFields(one)}
              button="Save the person"
              second={one.mayManage}
            />
          </OfficeSection>
        </Main>
        <Side labelledBy={one.mayManage ? "account" : "aliases"}>
          {one.mayManage ? <AccountPanel person={one} /> : null}
          <OfficeSection id="aliases" title="Other spellings">
            {one.aliases.map((alias) => (
              <div key={alias.id}>
                {alias.name}
                <SettingsForm
                  action={removeAliasAction}
                  prefix={`alias-${alias.id}`}
                  hidden={{ ...whose, aliasId: alias.id }}
                  onceKey={key()}
                  fields={[]}
                  button={`Take back “${alias.name}”`}
                  second
                />
              </div>
            ))}
            <SettingsForm
              action={addAliasAction}
              prefix="alias"
              hidden={whose}
              onceKey={key()}
              fields={[{ kind: "line", name: "alias", label: "Another spelling that papers print" }]}
              button="Keep the spelling"
              second
            />
          </OfficeSection>
          {one.mayManage && one.mergedInto === null ? (
            <OfficeSection id="merge" title="Found twice">
              <p>
                Where another record is of the same person: seats, posts and whatever names the other name this one from
                then on. The other is kept and points here, and signs in no more.
              </p>
              <SettingsForm
                action={mergePeopleAction}
                prefix="merge"
                hidden={whose}
                version={one.version}
                onceKey={key()}
                fields={[
                  {
                    kind: "one",
                    name: "otherId",
                    label: "The other record",
                    none: "Choose",
                    options: people.filter(({ value }) => value !== one.id),
                  },
                ]}
                button={`Make it one with ${one.name}`}
                second
                notDone="Not merged"
              />
            </OfficeSection>
          ) : null}
        </Side>
      </OfficeSplit>
    </OfficePage>
  );
});
