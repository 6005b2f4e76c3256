import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { orNotFound } from "@/app/_lib/or-not-found";
import { can } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { formatFullDate } from "@/domain/calendar/plain-date";
import { programmeWorkflow } from "@/domain/programme/programme-workflow";
import { listProgrammeBodies } from "@/server/programme/desk";
import { Empty } from "@/ui/empty";
import { List, ListItem } from "@/ui/list";
import { OfficeHead, OfficePage, OfficeSection } from "@/ui/page";
import { officePage } from "../../_lib/office-page";

export const metadata: Metadata = { title: "Work programmes" };

type Body = Awaited<ReturnType<typeof listProgrammeBodies>>[number];

/** Which committee's; where there is only one, straight to it. */
export default officePage(async (person) => {
  const bodies = await orNotFound(listProgrammeBodies(readScope(person), person.day));
  const only = bodies[0];
  if (only && bodies.length === 1) redirect(`/office/programme/${only.slug}`);

  const isOwn = ({ id, parentId }: Body) =>
    can(person, "programme.edit", { bodyId: id, parentBodyId: parentId }) ||
    person.seats.some(({ bodyId }) => bodyId === id);
  const own = bodies.filter(isOwn);
  const others = bodies.filter((body) => !isOwn(body));
  return (
    <OfficePage>
      <OfficeHead title="Work programmes">Choose a committee.</OfficeHead>
      {bodies.length === 0 ? <Empty what="No committees yet.">They are set up in the settings.</Empty> : null}
      {own.length > 0 ? <Programmes id="yours" title="Yours" bodies={own} /> : null}
      {others.length > 0 ? (
        <Programmes id="others" title={own.length > 0 ? "Others" : "All committees"} bodies={others} />
      ) : null}
    </OfficePage>
  );
});

function Programmes({ id, title, bodies }: { id: string; title: string; bodies: readonly Body[] }) {
  return (
    <OfficeSection id={id} title={title}>
      <List>
        {bodies.map(({ slug, name, programme, items, next }) => (
          <ListItem
            key={slug}
            when={programme?.year ?? "No programme"}
            title={name}
            href={`/office/programme/${slug}`}
            meta={[
              programme && programmeWorkflow.statuses[programme.status].label,
              items === 0 ? "no items" : items === 1 ? "1 item" : `${items} items`,
              next ? `next meeting ${formatFullDate(next)}` : "no meeting to come",
            ]
              .filter(Boolean)
              .join(", ")
              .replace(/^./, (letter) => letter.toUpperCase())}
          />
        ))}
      </List>
    </OfficeSection>
  );
}
