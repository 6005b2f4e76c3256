import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/_lib/or-not-found";
import { site } from "@/app/_lib/site";
import { can } from "@/domain/access/permissions";
import { readScope } from "@/domain/access/read-scope";
import { labelsFrom } from "@/domain/bodies/labels";
import { formatDate } from "@/domain/calendar/plain-date";
import { placeWords } from "@/domain/programme/place-words";
import { programmeItemWorkflow } from "@/domain/programme/programme-item-workflow";
import { requirePerson } from "@/server/auth/session";
import { listDrafts } from "@/server/forms/drafts";
import { listItemHistory } from "@/server/programme/item-history";
import { programmeItemSteps } from "@/server/programme/item-steps";
import { formOf } from "@/server/programme/item-values";
import { getProgrammeItem } from "@/server/programme/queries";
import { Empty } from "@/ui/empty";
import { Findings } from "@/ui/findings";
import { Notice } from "@/ui/notice";
import { Foot, Main, OfficeHead, OfficePage, OfficeSection, OfficeSplit, Side } from "@/ui/page";
import { Tag } from "@/ui/tag";
import { officeMetadata, officePage } from "../../../../../_lib/office-page";
import { resolutionWords } from "../../../../../_lib/resolution-words";
import { StepsPanel } from "../../../../../_steps/steps-panel";
import { EDIT_ITEM, WITHDRAW_ITEM } from "../../../places";
import { HistoryLines } from "../../history-lines";
import { choicesFor } from "../../item-choices";
import { LOOKS, typeWords } from "../../item-words";
import { offerMove } from "../../move-choices";
import { MoveForm } from "../../move-form";
import { ItemFacts } from "./item-facts";
import { ItemForm } from "./item-form";
import { WithdrawForm } from "./withdraw-form";

type Params = { body: string; id: string };

/** The item, for whoever may edit it; for everybody else it is not there. */
const load = cache(async (body: string, id: string) => {
  const person = await requirePerson();
  const scope = readScope(person);
  const { council, clock } = await site();
  const found = await orNotFound(getProgrammeItem(scope, { body, id }, clock.date));
  if (!can(person, "programme.edit", found.card.item)) notFound();
  return { person, scope, council, today: clock.date, ...found };
});

export const generateMetadata = officeMetadata<Params>(async (_person, { body, id }) => ({
  title: (await load(body, id)).card.item.title,
}));

const DONE: Readonly<Record<string, string>> = {
  added: "Added to the programme, as proposed",
  saved: "Saved",
  moved: "Moved",
  withdrawn: "Withdrawn",
};

export default officePage<Params>(async (_person, address, { done }) => {
  const { person, scope, council, today, body, card, meetings, values, choices, resolutions } = await load(
    address.body,
    address.id,
  );
  const { item, agenda } = card;
  const [history, offered, drafts] = await Promise.all([
    listItemHistory(scope, item.id),
    programmeItemSteps.offer(person, item.id),
    listDrafts(scope, item.id),
  ]);
  // Moving and withdrawing have their own forms below.
  const steps = { ...offered, steps: offered.steps.filter(({ elsewhere }) => elsewhere === null) };
  const chair = labelsFrom(council.labels, body.labels).chair;
  const { label, final } = programmeItemWorkflow.statuses[item.status];
  const offer = offerMove(card, { person, body: body.slug, meetings, resolutions, chair, today });
  const said = typeof done === "string" ? DONE[done] : undefined;
  const withdraws = !final && programmeItemWorkflow.transitions.withdraw.from.includes(item.status);
  return (
    <OfficePage
      crumbs={[
        { href: "/office/programme", label: "Work programmes" },
        { href: `/office/programme/${body.slug}#item-${item.id}`, label: `${body.shortName}, the desk` },
      ]}
    >
      <OfficeHead title={item.title} tag={<Tag {...LOOKS[item.status]}>{label}</Tag>}>
        {typeWords(item.type)}. {placeWords(item.slot)}
        {agenda ? `, item ${agenda.number}` : ""}.
        {item.status === "proposed" ? " Only people inside see it." : final ? null : " It is in the public table."}
      </OfficeHead>
      {said ? (
        <div className="pb-5">
          <Notice tone="done" title={said} status>
            {done === "added" ? <p>Move it to take it in or to give it a place: from then on it is public.</p> : null}
          </Notice>
        </div>
      ) : null}
      <OfficeSplit>
        <Main>
          <OfficeSection id="item" title="What it says">
            {final ? (
              <ItemFacts values={values} choices={choices} />
            ) : (
              <ItemForm
                id={item.id}
                version={item.version}
                body={body.slug}
                title={item.title}
                values={formOf(values)}
                choices={choicesFor(choices)}
                onceKey={crypto.randomUUID()}
                kept={drafts.get(EDIT_ITEM)?.values}
              />
            )}
          </OfficeSection>
        </Main>
        <Side labelledBy="warnings">
          <StepsPanel offered={steps} back={`/office/programme/${body.slug}/items/${item.id}`} drafts={drafts} />
          <OfficeSection id="warnings" title="Warnings">
            {card.findings.length === 0 ? (
              <Empty what="None.">Nothing here needs a second look.</Empty>
            ) : (
              <Findings
                findings={card.findings.map(({ code, severity, sentence, authority }) => ({
                  key: `${code} ${sentence}`,
                  severity,
                  what: sentence,
                  rule: `${authority}.`,
                }))}
              />
            )}
          </OfficeSection>
          <OfficeSection id="place" title="Place">
            <p className="py-2">
              {placeWords(item.slot)}
              {card.promised ? `. Its report promises the final one for ${formatDate(card.promised.date)}` : ""}.
            </p>
            {offer.kind === "form" ? <MoveForm item={offer.item} back="item" /> : null}
            {offer.kind === "blocked" ? (
              <Findings
                findings={offer.by.map(({ code, sentence, authority }) => ({
                  key: code,
                  severity: "hard" as const,
                  what: sentence,
                  rule: `${authority}.`,
                }))}
              />
            ) : null}
          </OfficeSection>
          {withdraws && can(person, "programme.decide", item) ? (
            <OfficeSection id="withdraw" title="Withdraw">
              <WithdrawForm
                id={item.id}
                version={item.version}
                body={body.slug}
                chair={chair}
                decisions={resolutions.map((resolution) => ({ id: resolution.id, label: resolutionWords(resolution) }))}
                onceKey={crypto.randomUUID()}
                kept={drafts.get(WITHDRAW_ITEM)?.values}
              />
            </OfficeSection>
          ) : null}
        </Side>
        <Foot>
          <OfficeSection id="history" title="History of the item">
            {history.length === 0 ? (
              <Empty what="Nothing yet.">It was here before what is done to it began to be kept.</Empty>
            ) : (
              <HistoryLines lines={history} />
            )}
          </OfficeSection>
        </Foot>
      </OfficeSplit>
    </OfficePage>
  );
});
