import { Fragment } from "react";

/** Names in a row, by family name, each leading to the person's page. */
export function PeopleLinks({
  people,
  sorted = true,
}: {
  people: readonly { slug: string; name: string; familyName?: string }[];
  sorted?: boolean | undefined;
}) {
  const inOrder = sorted
    ? people.toSorted(
        (a, b) => (a.familyName ?? a.name).localeCompare(b.familyName ?? b.name) || a.name.localeCompare(b.name),
      )
    : people;
  return inOrder.map(({ slug, name }, index) => (
    <Fragment key={slug}>
      {index > 0 ? ", " : null}
      <a href={`/people/${slug}`}>{name}</a>
    </Fragment>
  ));
}
