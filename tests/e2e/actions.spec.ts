import type { Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { ALL_WORKFLOWS } from "@/domain/workflow/all-workflows";
import { personOf } from "./support/council";
import { send } from "./support/forms";
import { type PageWithForms, plantOffered } from "./support/offered/pages";
import { relationsOf } from "./support/offered/records";
import { Trials } from "./support/offered/trials";
import { actions, FormReader, type OfferedForm } from "./support/offered-forms";
import { EVERYBODY, type Who } from "./support/people";
import { ask, several } from "./support/site";
import { expect, test } from "./support/test";

/** Actions that nobody is too little entitled for, each with where it is refused instead. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "(asked)/[lang]/[bodies]/[slug]/meetings/[date]/ask askAction":
    "integration/questions.test.ts: everybody may send it, as long as the time runs",
  "sign-in signInAction": "integration/sign-in.test.ts: it is for whoever has the password",
  "sign-in/code codeAction": "integration/accounts.test.ts: it is for whoever has the code",
  "sign-in/first firstAdministratorAction": "integration/accounts.test.ts: it is for whoever has the link",
  "sign-in/forgotten forgottenAction": "integration/accounts.test.ts: it answers everybody alike",
  "sign-in/set-password setPasswordAction": "integration/accounts.test.ts: it is for whoever has the link",
  "office/reports/[slug] readReportAction":
    "integration/report-versions.test.ts: it notes what one has read oneself only",
  "office/reports/[slug] previewTextAction":
    "integration/report-versions.test.ts: it numbers what one types oneself, and only whoever may write in the report",
  "office/reports/[slug] takeWordSheetAction":
    "integration/report-versions.test.ts: it stands there only for whoever sent the file",
  "office/meetings/[body]/[date]/looked lookedAction":
    "integration/meeting-looks.test.ts: it keeps what one saw oneself only",
  "office/scoping/[id] dropTypedAction": "integration/scoping-drafts.test.ts: it reaches what one typed oneself only",
  "office/settings/sign-in confirmSecondFactorAction":
    "integration/accounts.test.ts: it reaches one's own account only",
  "office/settings/sign-in endSecondFactorAction": "integration/accounts.test.ts: it reaches one's own account only",
};

/** The action that takes the steps of every machine. */
const STEPS = "_steps takeStepAction";

/** Steps that are taken by a form of their own. */
const BY_OWN_FORM: Readonly<Record<string, string>> = {
  "topic.startScoping": "office/scoping/new startProposalAction",
  "scoping proposal.putForward": "office/scoping/[id] putForwardAction",
  "programme item.schedule": "office/programme/[body] moveItemAction",
  "programme item.deferTo": "office/programme/[body] moveItemAction",
  "programme item.deferWithoutSlot": "office/programme/[body] moveItemAction",
  "programme item.withdraw": "office/programme/[body]/items/[id] withdrawItemAction",
  "meeting.publish": "office/meetings/[body]/[date]/publication publishAction",
};

/** What may be sent by whoever is offered another form of the same page: a part that somebody else saved first is saved again. */
const AS_ANOTHER: Readonly<Record<string, string>> = {
  "office/scoping/[id] settleVersionsAction": "office/scoping/[id] saveSectionAction",
};

/** Whose seats, areas and records are of the one committee and not of the other: the rest are to either what they are to both. */
const DIFFERENT: readonly Who[] = ["chair", "viceChair", "member", "coOptee", "officer", "director"];
/** Who is offered forms of the other committee's records. */
const SERVING: readonly Who[] = ["democraticServices", "properOfficer", "administrator"];

/** A form of a record of one committee, to whom it is offered, and everybody who is to try it. */
type Offer = { form: OfferedForm; to: Set<Who | null>; others: readonly (Who | null)[] };

test("whoever is not offered a form cannot send it, and every action and every step there is was tried", async ({
  as,
}) => {
  test.setTimeout(600_000);
  const { pages, records } = await plantOffered();
  try {
    const offers = await offersOn(pages, new FormReader(await as(null)));
    const steps = ALL_WORKFLOWS.flatMap(({ name, transitions }) => transitions.map((step) => `${name}.${step.name}`));
    const done = new Set(offers.map(({ form }) => form.deed));
    const isOffered = (step: string) => done.has(`${STEPS} ${step}`) || done.has(BY_OWN_FORM[step] ?? "");
    expect(steps.filter((step) => !isOffered(step))).toEqual([]);
    const names = [...actions().values()];
    const tried = new Set(offers.map(({ form }) => actionIn(form)));
    expect(names.filter((name) => !tried.has(name) && !(name in ELSEWHERE))).toEqual([]);
    expect(Object.keys(ELSEWHERE).filter((name) => !names.includes(name))).toEqual([]);

    expect(await sentByOthers(offers, await Trials.begin(records))).toEqual([]);
  } finally {
    await records.takeAway();
  }
});

/** The action of a form, without the step that it takes. */
const actionIn = ({ deed }: OfferedForm): string => deed.split(/(?<=Action) /)[0] ?? deed;

/** Of each thing that can be done, a form of a record of either committee, with everybody who finds it on its page. */
async function offersOn(pages: readonly PageWithForms[], reader: FormReader): Promise<Offer[]> {
  const people = await Promise.all(EVERYBODY.map(async (who) => ({ who, person: await personOf(who) })));
  const visits = pages.flatMap((page) => visitorsOf(page, people).map((who) => ({ page, who })));
  const read: OfferedForm[][] = [];
  await several(visits.keys(), 6, async (index) => {
    const { page, who } = visits[index] as (typeof visits)[number];
    const forms = await reader.formsOn(page.path, await ask(page.path, { who }));
    const all = [...forms, ...(await behind(forms, who, reader))];
    read[index] = page.steps ? all.filter((form) => actionIn(form) === STEPS) : all;
  });
  const visited = visits.map(({ page, who }, index) => ({ page, who, forms: read[index] ?? [] }));
  // One page will do for each thing that can be done.
  const chosen = new Map<string, { form: OfferedForm; page: PageWithForms }>();
  for (const { page, forms } of visited) {
    for (const form of forms) {
      const key = `${form.deed} of ${page.whose}`;
      if (!chosen.has(key)) chosen.set(key, { form, page });
    }
  }
  return [...chosen.values()].map(({ form, page }) => {
    const deeds = [form.deed, AS_ANOTHER[form.deed]];
    const finders = visited.filter(({ page: { path }, forms }) => path === page.path && hasOneOf(forms, deeds));
    return { form, to: new Set(finders.map(({ who }) => who)), others: othersAt(page) };
  });
}

const hasOneOf = (forms: readonly OfferedForm[], deeds: readonly (string | undefined)[]): boolean =>
  forms.some(({ deed }) => deeds.includes(deed));

/** Whom a page may offer something; the public is offered nothing in the office, where it is asked to sign in. */
function visitorsOf({ path, whose, steps }: PageWithForms, people: readonly Somebody[]): (Who | null)[] {
  if (!path.startsWith("/office")) return [null, ...EVERYBODY];
  const near = people.filter(({ who }) => whose !== "other" || DIFFERENT.includes(who) || SERVING.includes(who));
  return near.filter(({ person }) => steps === undefined || mayTakeOne(person, steps)).map(({ who }) => who);
}

type Somebody = { who: Who; person: Person };

/** Whether somebody may take one of the steps that lead from where the record stands. */
function mayTakeOne(person: Person, { machine, row }: NonNullable<PageWithForms["steps"]>): boolean {
  const { transitions = [] } = ALL_WORKFLOWS.find(({ name }) => name === machine) ?? {};
  return transitions.some(
    ({ from, needs }) => from.includes(String(row.status)) && can(person, needs, relationsOf(row)),
  );
}

/** Who tries the forms of a page. */
const othersAt = ({ whose }: PageWithForms): readonly (Who | null)[] => [
  null,
  ...(whose === "other" ? DIFFERENT : EVERYBODY),
];

/** The form that confirms a file is there once the file was looked through, which changes nothing. */
async function behind(forms: readonly OfferedForm[], who: Who | null, reader: FormReader): Promise<OfferedForm[]> {
  const look = forms.find(({ deed }) => deed === "office/settings/import previewAction");
  return look ? (await reader.formsOn(look.path, await send(look, who))).filter(({ deed }) => deed !== look.deed) : [];
}

/**
 * Sends every form as everybody to whom it is not offered; of each action one as the public and as one of them without JavaScript
 * too: before the action runs, and in the page that comes back, one step is like another.
 * @returns what was wrong
 */
async function sentByOthers(offers: readonly Offer[], trials: Trials): Promise<string[]> {
  const wrong: string[] = [];
  const theirs = offers.filter(({ form }) => !(actionIn(form) in ELSEWHERE));
  const sendings = theirs.flatMap(({ form, to, others }, index) => {
    // Of those it is not for, every second one sends it, and of the next form the others: all of them send of all kinds.
    const people = others
      .filter((who) => who !== null)
      .filter((who, place) => !to.has(who) && (place + index) % 2 === 0);
    const isFirst = theirs.findIndex((offer) => actionIn(offer.form) === actionIn(form)) === index;
    const asPage = isFirst ? [null, ...people.slice(index % people.length).slice(0, 1)] : [];
    return [
      ...asPage.filter((who) => !to.has(who)).map((who) => () => trials.asPage(form, who)),
      ...people.map((who) => () => trials.asProgram(form, who)),
    ];
  });
  await several(sendings, 6, async (sending) => {
    wrong.push(...(await sending()));
  });
  return [...wrong.sort(), ...(await trials.carriedOut())];
}
