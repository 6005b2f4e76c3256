import { orNotFound } from "@/app/_lib/or-not-found";
import { site } from "@/app/_lib/site";
import { can, whoMay } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { bodyAddress } from "@/domain/bodies/body-address";
import { labelsFrom } from "@/domain/bodies/labels";
import { formatDate } from "@/domain/calendar/plain-date";
import { placeWords } from "@/domain/programme/place-words";
import { programmeWorkflow } from "@/domain/programme/programme-workflow";
import { listDrafts } from "@/server/forms/drafts";
import { type Desk, getDesk, getProgrammeBody } from "@/server/programme/desk";
import type { Card } from "@/server/programme/desk-card";
import { listProgrammeHistory, listVariations } from "@/server/programme/item-history";
import { programmeSteps } from "@/server/programme/programme-steps";
import { listResolutions } from "@/server/workflow/authority";
import { LinkButton } from "@/ui/button";
import { Main, OfficeHead, OfficePage, OfficeSplit, Side } from "@/ui/page";
import { Tag } from "@/ui/tag";
import { officeMetadata, officePage } from "../../../_lib/office-page";
import { StepsPanel } from "../../../_steps/steps-panel";
import { DeskColumns } from "./desk-columns";
import { DeskMoves } from "./desk-moves";
import { DeskWarnings } from "./desk-warnings";
import { offerMove } from "./move-choices";
import { OutOfProgramme, ProgrammeHistory, Variations } from "./programme-record";

type Params = { body: string };
type Asked = { move?: string | string[]; to?: string | string[] };

const HISTORY_SHOWN = 12;

export const generateMetadata = officeMetadata<Params>(async (person, { body }) => {
  const { shortName } = await orNotFound(getProgrammeBody(readScope(person), body));
  return { title: `Programme desk, ${shortName}` };
});

/** Everybody inside may look at it; what can be done stands there for whom it is open to. */
export default officePage<Params>(async (person, { body: slug }, asked) => {
  const scope = readScope(person);
  const { council, clock } = await site();
  const desk = await orNotFound(getDesk(scope, slug, clock.date));
  const { body, programme } = desk;
  const cards = cardsOf(desk);
  const edits = can(person, "programme.edit", { bodyId: body.id, parentBodyId: body.parentId });
  const [resolutions, history, variations, offered, drafts] = await Promise.all([
    edits ? listResolutions(scope, { programmeItemId: { in: cards.map(({ item }) => item.id) } }) : [],
    listProgrammeHistory(scope, body.id, HISTORY_SHOWN),
    listVariations(scope, body.id, desk.lastHeld),
    programme && programmeSteps.offer(person, programme.id),
    listDrafts(scope, programme?.id ?? body.id),
  ]);

  const here = `/office/programme/${body.slug}` as const;
  const chair = labelsFrom(council.labels, body.labels).chair;
  const moved = cards.find(({ item }) => item.id === asked.moved);
  const offer = (card: Card) =>
    offerMove(card, {
      person,
      body: body.slug,
      meetings: desk.meetings,
      resolutions,
      chair,
      today: clock.date,
      suggested: suggestion(cards, asked),
    });
  const hrefOf = edits ? (id: string) => `${here}/items/${id}` : undefined;
  return (
    <OfficePage crumbs={[{ href: "/office/programme", label: "Work programmes" }]}>
      <OfficeHead
        title="Programme desk"
        tag={
          programme ? (
            <Tag tone={toneOf(programme.status)}>{programmeWorkflow.statuses[programme.status].label}</Tag>
          ) : null
        }
        actions={
          <>
            {edits ? <LinkButton href={`${here}/new`}>Add an item</LinkButton> : null}
            <LinkButton second href={`${bodyAddress(body)}/work-programme`}>
              Public table
            </LinkButton>
            <LinkButton second href="/office/groups">
              Review groups
            </LinkButton>
          </>
        }
      >
        {body.shortName}, {programme ? `${programme.year} and on` : "no programme yet"}.
        {desk.before
          ? ` Before the committee on ${formatDate(desk.before.date, { leftOutIn: clock.date })}, item ${desk.before.number}.`
          : null}
        {edits ? null : ` You can look at it; it is edited by ${whoMay("programme.edit")}.`}
      </OfficeHead>
      <DeskWarnings
        cards={cards}
        untaken={desk.untaken}
        said={
          edits ? (moved ? `“${moved.item.title}” moved to ${placeWords(moved.item.slot)}` : "All changes saved") : null
        }
      />
      <DeskMoves moved={moved && { id: moved.item.id, version: moved.item.version }}>
        <DeskColumns desk={desk} today={clock.date} here={here} edits={edits} offer={offer} hrefOf={hrefOf} />
      </DeskMoves>
      <OfficeSplit>
        <Main>
          <ProgrammeHistory lines={history} titles={desk.titles} hrefOf={hrefOf} />
          <OutOfProgramme items={desk.out} hrefOf={hrefOf} />
        </Main>
        <Side labelledBy="variations">
          {offered ? (
            <StepsPanel offered={offered} back={here} drafts={drafts} title="The programme as a whole" />
          ) : null}
          <Variations
            lines={variations}
            titles={desk.titles}
            hrefOf={hrefOf}
            next={desk.meetings.find(({ date }) => date >= clock.date)?.date ?? null}
            today={clock.date}
            chair={chair}
          />
        </Side>
      </OfficeSplit>
    </OfficePage>
  );
});

const cardsOf = (desk: Desk): Card[] => [
  ...desk.unplaced,
  ...desk.elsewhere,
  ...desk.meetings.flatMap(({ cards }) => cards),
];

const toneOf = (status: "draft" | "adopted" | "varied") => (status === "draft" ? "quiet" : "done");

/** A suggested slot, asked for by the button on its ghost: chosen in the card's form, with the reason it is suggested for. */
function suggestion(cards: readonly Card[], { move, to }: Asked) {
  const card = cards.find(({ item }) => item.id === move);
  if (!card?.promised || card.promised.meetingId !== to) return undefined;
  return {
    item: card.item.id,
    to: card.promised.meetingId,
    reason: `Its report promises the final one for ${formatDate(card.promised.date)}.`,
  };
}
