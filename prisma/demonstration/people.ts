import type { Ids, Tx } from "./register";
import { idsBySlug } from "./register";

/** Everybody whom the agenda pack of 11 October 2016 names, and four posts that it does not name anybody in. */
export const PEOPLE = {
  // The committee, as listed on the front of the agenda.
  "david-walsh": "David Walsh",
  "steve-butler": "Steve Butler",
  "ronald-coatsworth": "Ronald Coatsworth",
  "barrie-cooper": "Barrie Cooper",
  "fred-drane": "Fred Drane",
  "spencer-flower": "Spencer Flower",
  "david-jones": "David Jones",
  "ros-kayes": "Ros Kayes",
  "william-trite": "William Trite",
  "kate-wheller": "Kate Wheller",
  "mary-kahn": "Mary Kahn",
  "joy-tubbs": "Joy Tubbs",
  "mike-turnbull": "Mike Turnbull",
  // Cabinet, as far as the pack has occasion to name it.
  "robert-gould": "Robert Gould",
  "robin-cook": "Robin Cook",
  "deborah-croney": "Deborah Croney",
  "jill-haynes": "Jill Haynes",
  "rebecca-knox": "Rebecca Knox",
  // Other councillors.
  "pauline-batstone": "Pauline Batstone",
  "andy-canning": "Andy Canning",
  "janet-dover": "Janet Dover",
  "ian-gardner": "Ian Gardner",
  "trevor-jones": "Trevor Jones",
  "paul-kimber": "Paul Kimber",
  // Officers.
  "helen-coombes": "Helen Coombes",
  "michael-ford": "Michael Ford",
  "rebecca-guest": "Rebecca Guest",
  "kelly-haggett": "Kelly Haggett",
  "mike-harries": "Mike Harries",
  "steve-hedges": "Steve Hedges",
  "paul-leivers": "Paul Leivers",
  "patrick-myers": "Patrick Myers",
  "richard-pascoe": "Richard Pascoe",
  "anne-salter": "Anne Salter",
  "roger-sewill": "Roger Sewill",
  "mark-taylor": "Mark Taylor",
  "sara-tough": "Sara Tough",
  "debbie-ward": "Debbie Ward",
  "sue-warr": "Sue Warr",
  "sally-wernick": "Sally Wernick",
  "helen-whitby": "Helen Whitby",
  // Posts in which the pack names nobody go by the name of the post.
  "monitoring-officer": "Monitoring Officer",
  "statutory-scrutiny-officer": "Statutory Scrutiny Officer",
  "cabinet-support-officer": "Cabinet Support Officer",
  "system-administrator": "System Administrator",
} as const;

export type PersonSlug = keyof typeof PEOPLE;

/** Spellings of one name that stand in one pack. */
const ALIASES: readonly [PersonSlug, string][] = [
  ["mary-kahn", "Mary Khan"],
  ["mike-turnbull", "Michael Turnbull"],
  ["robin-cook", "Councillor Cook"],
];

const POSTS_WITHOUT_A_NAME: readonly string[] = [
  "monitoring-officer",
  "statutory-scrutiny-officer",
  "cabinet-support-officer",
  "system-administrator",
];

export const nameOf = (slug: PersonSlug): string => PEOPLE[slug];

export async function loadPeople(tx: Tx): Promise<Ids<PersonSlug>> {
  const rows = await tx.person.createManyAndReturn({
    data: Object.entries(PEOPLE).map(([slug, name]) => ({
      slug,
      name,
      familyName: POSTS_WITHOUT_A_NAME.includes(slug) ? name : name.slice(name.lastIndexOf(" ") + 1),
    })),
  });
  const people = idsBySlug<PersonSlug>(rows);
  await tx.personAlias.createMany({ data: ALIASES.map(([slug, name]) => ({ personId: people[slug], name })) });
  return people;
}
