import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { can } from "@/domain/access/permissions";
import { formatFullDate } from "@/domain/calendar/plain-date";
import { optionsOf } from "@/domain/wording/words-by-value";
import { getCalendar } from "@/server/clock/queries";
import { Empty } from "@/ui/empty";
import { Facts } from "@/ui/facts";
import { Notice } from "@/ui/notice";
import { OfficeHead, OfficePage, OfficeSection } from "@/ui/page";
import { officePage } from "../../../_lib/office-page";
import { SETTINGS_CRUMB } from "../crumbs";
import { Named } from "../named";
import { SettingsForm } from "../settings-form";
import { addDayAction, removeDayAction } from "./actions";
import { DAY_KINDS } from "./day-kinds";

export const metadata: Metadata = { title: "Calendar" };

export default officePage(async (person, _address, { saved }) => {
  if (!can(person, "body.settings", {})) notFound();
  const { additions } = await getCalendar();
  return (
    <OfficePage crumbs={[SETTINGS_CRUMB]}>
      <OfficeHead title="Calendar">
        Weekends and the bank holidays of England and Wales are known. Days added here are left out of clear days and
        deadlines at once.
      </OfficeHead>
      {saved ? <Notice tone="done" title="Saved" status /> : null}
      <OfficeSection id="days" title="Days added">
        {additions.length === 0 ? (
          <Empty what="No days added." />
        ) : (
          <Facts>
            {additions.map(({ date, name, kind }) => (
              <Named key={date} title={name} meta={`${formatFullDate(date)}, ${DAY_KINDS[kind].toLowerCase()}`}>
                <SettingsForm
                  action={removeDayAction}
                  prefix={`remove-${date}`}
                  hidden={{ date }}
                  onceKey={crypto.randomUUID()}
                  fields={[]}
                  button={`Take ${formatFullDate(date)} out`}
                  second
                />
              </Named>
            ))}
          </Facts>
        )}
      </OfficeSection>
      <OfficeSection id="add" title="Add a day">
        <SettingsForm
          action={addDayAction}
          prefix="day"
          hidden={{}}
          onceKey={crypto.randomUUID()}
          fields={[
            { kind: "date", name: "date", label: "Day" },
            { kind: "line", name: "name", label: "What it is", hint: "As readers should see it: “Offices closed”" },
            {
              kind: "one",
              name: "kind",
              label: "Kind",
              options: optionsOf(DAY_KINDS),
              value: "closure",
            },
          ]}
          button="Add the day"
          notDone="Not added"
        />
      </OfficeSection>
    </OfficePage>
  );
});
