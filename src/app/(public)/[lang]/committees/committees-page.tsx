import { site } from "@/app/_lib/site";
import type { BodyKind } from "@/domain/access/actor";
import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { bodyAddress, meetingAddress } from "@/domain/bodies/body-address";
import { BODY_KINDS, formatWord } from "@/domain/bodies/body-words";
import { labelsFrom } from "@/domain/bodies/labels";
import { formatFullDate, type PlainDate } from "@/domain/calendar/plain-date";
import { type BodyListing, listBodies } from "@/server/bodies/queries";
import { List, ListItem } from "@/ui/list";
import { PageHead, PublicPage, Section } from "@/ui/page";
import { Pages } from "@/ui/pages";
import { pagesOf } from "../../_lib/list-page";
import { PublicFrame } from "../../_lib/public-frame";

/** Scrutiny's own bodies first: this is its site. */
const ORDER: readonly BodyKind[] = [
  "scrutiny_committee",
  "management_board",
  "review_group",
  "executive",
  "council",
  "advisory_panel",
  "other_committee",
];

export async function committeesPage(page: number) {
  const { council, clock } = await site();
  const { bodies, areMore } = await listBodies(PUBLIC_SCOPE, clock.date, page);
  const pages = pagesOf(
    "/committees",
    { page, shown: bodies, areMore },
    { before: "The committees before these", after: "More committees" },
  );
  return (
    <PublicFrame section="/committees">
      <PublicPage>
        <PageHead
          title="Committees"
          lead="The overview and scrutiny committees, the groups that work for them, and the bodies they speak to."
        />
        {ORDER.map((kind) => {
          const ofKind = bodies.filter((body) => body.kind === kind);
          return ofKind.length > 0 ? (
            <Section key={kind} id={kind.replace("_", "-")} title={BODY_KINDS[kind]}>
              <List hangs>
                {ofKind.map((body) => (
                  <BodyLine key={body.slug} body={body} today={clock.date} councilLabels={council.labels} />
                ))}
              </List>
            </Section>
          ) : null;
        })}
        <Pages {...pages} />
      </PublicPage>
    </PublicFrame>
  );
}

/** A body with who chairs it and when it meets next. */
function BodyLine({ body, today, councilLabels }: { body: BodyListing; today: PlainDate; councilLabels: unknown }) {
  const labels = labelsFrom(councilLabels, body.labels);
  const chair = body.seats[0]?.person;
  const next = body.meetings[0];
  return (
    <ListItem
      title={body.name}
      href={bodyAddress(body)}
      meta={
        <>
          {body.reviewGroup
            ? `${formatWord(body.reviewGroup.format)}${body.parent ? ` of ${body.parent.shortName}` : ""}. `
            : null}
          {chair ? `${body.kind === "executive" ? labels.executiveChair : labels.chair}: ${chair.name}. ` : null}
          {next ? (
            <>
              Meets next on <a href={meetingAddress(body, next)}>{formatFullDate(next.date, { leftOutIn: today })}</a>.
            </>
          ) : (
            "No meeting is in the calendar."
          )}
        </>
      }
    />
  );
}
