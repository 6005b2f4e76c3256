import { formatDate } from "@/domain/calendar/plain-date";
import { getBodyToSet, listBodyChoices } from "@/server/bodies/office";
import { Empty } from "@/ui/empty";
import { Fact, Facts } from "@/ui/facts";
import { LinkList } from "@/ui/list";
import { Notice } from "@/ui/notice";
import { Main, OfficeHead, OfficePage, OfficeSection, OfficeSplit, Side } from "@/ui/page";
import { orNotFound } from "../../../../../_lib/or-not-found";
import { officeMetadata, officePage } from "../../../../_lib/office-page";
import { BODIES_CRUMB, SETTINGS_CRUMB } from "../../crumbs";
import { Named } from "../../named";
import { SettingsForm } from "../../settings-form";
import { changeBodyAction } from "../actions";
import { bodyFields } from "../body-fields";
import { KINDS, ROLES } from "../kinds";
import { SETTING_TITLES } from "./setting-titles";

type Address = { slug: string };

export const generateMetadata = officeMetadata<Address>(async (person, { slug }) => ({
  title: (await orNotFound(getBodyToSet(person, slug))).name,
}));

export default officePage<Address>(async (person, { slug }, { saved }) => {
  const body = await orNotFound(getBodyToSet(person, slug));
  const here = `/office/settings/bodies/${body.slug}`;
  return (
    <OfficePage crumbs={[SETTINGS_CRUMB, BODIES_CRUMB]}>
      <OfficeHead title={body.name}>{KINDS[body.kind]}</OfficeHead>
      {saved ? <Notice tone="done" title="Saved" status /> : null}
      <OfficeSplit>
        <Main>
          <OfficeSection id="seats" title="Seats" aside={<a href={`${here}/seats`}>Add or end a seat</a>}>
            {body.seats.length === 0 ? (
              <Empty what="No seats yet.">Whoever sits on it reads its papers from the first day of the seat.</Empty>
            ) : (
              <Facts named>
                {body.seats.map((seat) => (
                  <Named
                    key={seat.id}
                    title={seat.person.name}
                    meta={`${ROLES[seat.role]}, from ${formatDate(seat.from)}${seat.until ? ` until ${formatDate(seat.until)}` : ""}`}
                  />
                ))}
              </Facts>
            )}
          </OfficeSection>
          <OfficeSection id="facts" title="What it is">
            {body.mayChangeFacts ? (
              <SettingsForm
                action={changeBodyAction}
                prefix="body"
                hidden={{ id: body.id, slug: body.slug }}
                version={body.version}
                onceKey={crypto.randomUUID()}
                fields={bodyFields(await listBodyChoices(), body)}
                button="Save the body"
              />
            ) : (
              <Facts>
                <Fact term="Name in short">{body.shortName}</Fact>
                <Fact term="Remit">{body.remit || "Not given"}</Fact>
                <Fact term="First day">{body.from ? formatDate(body.from) : "Not given"}</Fact>
                <Fact term="Last day">{body.until ? formatDate(body.until) : "It goes on"}</Fact>
                <Fact term="Who changes this">The administrator</Fact>
              </Facts>
            )}
          </OfficeSection>
        </Main>
        <Side labelledBy="settings">
          <OfficeSection id="settings" title="Its settings">
            <LinkList>
              {Object.entries(SETTING_TITLES).map(([key, { title }]) => (
                <a key={key} href={`${here}/${key}`}>
                  {title}
                </a>
              ))}
            </LinkList>
          </OfficeSection>
        </Side>
      </OfficeSplit>
    </OfficePage>
  );
});
