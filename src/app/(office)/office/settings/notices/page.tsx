import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { holdsPost } from "@/domain/access/actor";
import { londonDate } from "@/domain/calendar/london-time";
import { formatDate } from "@/domain/calendar/plain-date";
import { listUnseenSelfGrants } from "@/server/people/self-grants";
import { Empty } from "@/ui/empty";
import { List, ListItem } from "@/ui/list";
import { OfficeHead, OfficePage } from "@/ui/page";
import { officePage } from "../../../_lib/office-page";
import { SETTINGS_CRUMB } from "../crumbs";
import { SettingsForm } from "../settings-form";
import { seeAction } from "./actions";

export const metadata: Metadata = { title: "What administrators gave themselves" };

export default officePage(async (person) => {
  if (!holdsPost(person, "proper_officer")) notFound();
  const grants = await listUnseenSelfGrants(person);
  return (
    <OfficePage crumbs={[SETTINGS_CRUMB]}>
      <OfficeHead title="What administrators gave themselves">
        An administrator reads nothing exempt or confidential, whatever seat they hold as well. You are told all the
        same.
      </OfficeHead>
      {grants.length === 0 ? (
        <Empty what="Nothing you have not seen." />
      ) : (
        <List>
          {grants.map(({ id, what, recordedAt, person: who }) => (
            <ListItem key={id} when={formatDate(londonDate(recordedAt))} title={`${who.name}: ${what}`} level={2}>
              <SettingsForm
                action={seeAction}
                prefix={`see-${id}`}
                hidden={{ id }}
                onceKey={crypto.randomUUID()}
                fields={[]}
                button={`I have seen this of ${who.name}`}
                second
              />
            </ListItem>
          ))}
        </List>
      )}
    </OfficePage>
  );
});
