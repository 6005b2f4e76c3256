import type { Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { db } from "@/server/db";
import { notFound } from "@/server/errors";
import { mayKeepPeople } from "./keepers";

const PEOPLE_A_PAGE = 50;

/** People by name or by a spelling of it, a page of them. @throws ExpectedError not-found for whoever may not keep people */
export async function listPeopleToKeep(person: Person, { search, page }: { search: string; page: number }) {
  if (!mayKeepPeople(person)) throw notFound();
  const named = { contains: search, mode: "insensitive" as const };
  const found = await db.person.findMany({
    where: search ? { OR: [{ name: named }, { aliases: { some: { name: named } } }] } : {},
    orderBy: [{ familyName: "asc" }, { name: "asc" }, { id: "asc" }],
    skip: (page - 1) * PEOPLE_A_PAGE,
    take: PEOPLE_A_PAGE + 1,
    select: {
      id: true,
      slug: true,
      name: true,
      mergedInto: { select: { name: true } },
      seats: { take: 3, orderBy: { from: "desc" }, select: { body: { select: { shortName: true } } } },
      posts: { take: 3, orderBy: { from: "desc" }, select: { title: true } },
      account: { select: { disabledAt: true } },
    },
  });
  return { people: found.slice(0, PEOPLE_A_PAGE), areMore: found.length > PEOPLE_A_PAGE };
}

/** One person with seats, posts, spellings and account. @throws ExpectedError not-found for whoever may not keep people */
export async function getPersonToKeep(person: Person, slug: string) {
  if (!mayKeepPeople(person)) throw notFound();
  const mayManage = can(person, "accounts.manage", {});
  const found = await db.person.findUnique({
    where: { slug },
    select: {
      id: true,
      slug: true,
      name: true,
      familyName: true,
      version: true,
      mergedInto: { select: { slug: true, name: true } },
      mergedFrom: { select: { slug: true, name: true } },
      aliases: { orderBy: { name: "asc" }, select: { id: true, name: true } },
      contact: { select: { email: true, phone: true } },
      seats: {
        orderBy: [{ from: "desc" }, { id: "asc" }],
        select: {
          id: true,
          role: true,
          from: true,
          until: true,
          version: true,
          body: { select: { name: true, slug: true } },
        },
      },
      posts: {
        orderBy: [{ from: "desc" }, { id: "asc" }],
        select: {
          id: true,
          kind: true,
          title: true,
          from: true,
          until: true,
          version: true,
          area: { select: { name: true } },
          bodies: { select: { shortName: true } },
          portfolios: { select: { name: true } },
        },
      },
      account: {
        select: {
          id: true,
          email: true,
          version: true,
          passwordHash: true,
          oidcSubject: true,
          totpSince: true,
          disabledAt: true,
          createdAt: true,
          sessions: { where: { endedAt: null, expiresAt: { gt: new Date() } }, select: { createdAt: true } },
        },
      },
    },
  });
  if (!found) throw notFound();
  const { account, ...rest } = found;
  return {
    ...rest,
    mayManage,
    account:
      mayManage && account
        ? {
            id: account.id,
            email: account.email,
            version: account.version,
            disabled: account.disabledAt !== null,
            hasPassword: account.passwordHash !== null,
            hasOpenId: account.oidcSubject !== null,
            hasSecondFactor: account.totpSince !== null,
            sessions: account.sessions.length,
          }
        : null,
  };
}

/** People to seat, or to merge with; those that point to another record are left out. */
export const listPeopleChoices = async () =>
  (
    await db.person.findMany({
      where: { mergedIntoId: null },
      orderBy: [{ familyName: "asc" }, { name: "asc" }],
      select: { id: true, name: true },
    })
  ).map(({ id, name }) => ({ value: id, label: name }));

/** The areas of the council’s work, by name. */
export const listAreas = () => db.area.findMany({ orderBy: { name: "asc" }, select: { id: true, name: true } });

/** The portfolios of the executive by name, those that begin last first among those of one name. */
export const listPortfolios = () =>
  db.portfolio.findMany({
    orderBy: [{ name: "asc" }, { from: "desc" }],
    select: { id: true, name: true, from: true, until: true },
  });
