import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { mayKeepPeople } from "@/server/people/keepers";
import { OfficeHead, OfficePage } from "@/ui/page";
import { officePage } from "../../../../_lib/office-page";
import { PEOPLE_CRUMB, SETTINGS_CRUMB } from "../../crumbs";
import { SettingsForm } from "../../settings-form";
import { addPersonAction } from "../actions";
import { personFields } from "../person-fields";

export const metadata: Metadata = { title: "Add a person" };

export default officePage(async (person) => {
  if (!mayKeepPeople(person)) notFound();
  return (
    <OfficePage crumbs={[SETTINGS_CRUMB, PEOPLE_CRUMB]}>
      <OfficeHead title="Add a person">
        Look first whether they are there already, perhaps under another spelling. Seats and posts come next.
      </OfficeHead>
      <SettingsForm
        action={addPersonAction}
        prefix="person"
        hidden={{}}
        onceKey={crypto.randomUUID()}
        fields={personFields()}
        button="Add the person"
        notDone="Not added"
      />
    </OfficePage>
  );
});
