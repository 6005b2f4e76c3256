import { AUDIENCES, OPEN_TO_COUNCILLORS, type ReadScope } from "@/domain/access/read-scope";

/**
 * canRead() as SQL, for every model with the access columns. The parity test holds the two, and the public login's row-level
 * security, to the same answer for every row and every kind of reader.
 */
export function readable(scope: ReadScope) {
  // Not nothing: Prisma reads an empty part of an OR, wherever this is put, as "none of these".
  if (scope.allDrafts) return { OR: [{ audience: { in: [...AUDIENCES] } }] };
  const { inside, bodies, chairs } = scope;
  return {
    OR: [
      { audience: "public" as const },
      ...(inside ? [{ audience: "inside" as const }] : []),
      ...(bodies.length > 0 ? [{ audience: "members" as const, bodyId: { in: [...bodies] } }] : []),
      ...(chairs.length > 0 ? [{ audience: { not: "keepers" as const }, bodyId: { in: [...chairs] } }] : []),
      ...close(scope),
    ],
  };
}

/** canReadContent() as SQL, for every model whose content may be restricted. */
/**
 * The same for a record that has an audience and nobody of its own: what is open to fewer than everybody inside is for those who read
 * every draft.
 */
export function readableAlone(scope: ReadScope) {
  if (scope.allDrafts) return { audience: { in: [...AUDIENCES] } };
  return { audience: { in: scope.inside ? (["public", "inside"] as const).slice() : ["public" as const] } };
}

export function readableContent(scope: ReadScope) {
  return { AND: [readable(scope), unrestricted(scope)] };
}

function unrestricted(scope: ReadScope) {
  const open = { restriction: "public" as const };
  if (scope.barred) return open;
  const notWithheld = scope.personId === null ? {} : { NOT: { withheldFrom: { has: scope.personId } } };
  if (scope.allRestricted) return { OR: [open, { AND: [{ restriction: { not: "public" as const } }, notWithheld] }] };
  const entitled = [
    ...(scope.bodies.length > 0 ? [{ bodyId: { in: [...scope.bodies] } }] : []),
    ...close(scope),
    // Every cited paragraph is among those open to all councillors: none of the others is cited.
    ...(scope.councillor
      ? [{ restriction: "exempt" as const, NOT: { paragraphs: { hasSome: OTHER_PARAGRAPHS } } }]
      : []),
  ];
  return { OR: [open, { AND: [notWithheld, { OR: entitled }] }] };
}

const OTHER_PARAGRAPHS = [1, 2, 3, 4, 5, 6, 7].filter((paragraph) => !OPEN_TO_COUNCILLORS.includes(paragraph));

/** Own or assigned, own area, own portfolio. */
function close({ personId, areas, portfolios }: ReadScope) {
  return [
    ...(personId === null ? [] : [{ keepers: { has: personId } }]),
    ...(areas.length > 0 ? [{ areaId: { in: [...areas] } }] : []),
    ...(portfolios.length > 0 ? [{ portfolioId: { in: [...portfolios] } }] : []),
  ];
}
