import { notFound } from "next/navigation";
import { site } from "@/app/_lib/site";
import { getBodyToSet, listScoringMethodChoices } from "@/server/bodies/office";
import { Notice } from "@/ui/notice";
import { OfficeHead, OfficePage } from "@/ui/page";
import { orNotFound } from "../../../../../../_lib/or-not-found";
import { officeMetadata, officePage } from "../../../../../_lib/office-page";
import { BODIES_CRUMB, SETTINGS_CRUMB } from "../../../crumbs";
import { SettingsForm } from "../../../settings-form";
import { isSettingAddress, SETTING_TITLES } from "../setting-titles";
import { changeSettingAction } from "./actions";
import { fieldsOf } from "./fields-of";

type Address = { slug: string; setting: string };

export const generateMetadata = officeMetadata<Address>(async (_person, { setting }) => ({
  title: isSettingAddress(setting) ? SETTING_TITLES[setting].title : "Page not found",
}));

export default officePage<Address>(async (person, { slug, setting: address }, { saved }) => {
  if (!isSettingAddress(address)) notFound();
  const body = await orNotFound(getBodyToSet(person, slug));
  const [{ council }, scoringMethods] = await Promise.all([site(), listScoringMethodChoices()]);
  const { setting, title, says } = SETTING_TITLES[address];
  return (
    <OfficePage
      crumbs={[SETTINGS_CRUMB, BODIES_CRUMB, { href: `/office/settings/bodies/${body.slug}`, label: body.shortName }]}
    >
      <OfficeHead title={title}>{says}</OfficeHead>
      {saved ? <Notice tone="done" title="Saved" status /> : null}
      <SettingsForm
        action={changeSettingAction}
        prefix="setting"
        hidden={{ id: body.id, slug: body.slug, setting: address }}
        version={body.version}
        onceKey={crypto.randomUUID()}
        fields={fieldsOf(setting, body[setting], { council: council.labels, scoringMethods })}
        button={`Save for ${body.shortName}`}
      />
    </OfficePage>
  );
});
