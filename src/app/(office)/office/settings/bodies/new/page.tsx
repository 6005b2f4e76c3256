import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { can } from "@/domain/access/permissions";
import { listBodyChoices } from "@/server/bodies/office";
import { OfficeHead, OfficePage } from "@/ui/page";
import { officePage } from "../../../../_lib/office-page";
import { BODIES_CRUMB, SETTINGS_CRUMB } from "../../crumbs";
import { SettingsForm } from "../../settings-form";
import { addBodyAction } from "../actions";
import { bodyFields } from "../body-fields";

export const metadata: Metadata = { title: "Add a body" };

export default officePage(async (person) => {
  if (!can(person, "council.settings", {})) notFound();
  return (
    <OfficePage crumbs={[SETTINGS_CRUMB, BODIES_CRUMB]}>
      <OfficeHead title="Add a body">It starts with the usual settings, which you can change next.</OfficeHead>
      <SettingsForm
        action={addBodyAction}
        prefix="body"
        hidden={{}}
        onceKey={crypto.randomUUID()}
        fields={bodyFields(await listBodyChoices())}
        button="Add the body"
        notDone="Not added"
      />
    </OfficePage>
  );
});
