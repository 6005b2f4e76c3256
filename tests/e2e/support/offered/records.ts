import type { Audience, Readable } from "@/domain/access/read-scope";
import type { Relations } from "@/domain/access/role";
import { ALL_WORKFLOWS } from "@/domain/workflow/all-workflows";
import { bodyId, personId } from "../council";
import { one, type Row, sql } from "../database";
import { PEOPLE } from "../people";
import { accessOf, Planting } from "../planting";

/** Long before the demonstration's day, shortly before it, and after it. */
export const DAYS = { long: "2016-06-15", past: "2016-09-20", ahead: "2016-12-13" } as const;

export type Planted = Row & { id: string };

/**
 * The page of a record that was planted.
 * @param steps where nothing but the steps of a machine is wanted of it: only whoever may take one of them is asked to look
 */
export type PlantedPage = { path: string; steps?: { machine: string; row: Row } };

/** A committee whose records are planted: the one on which some of the people sit, or one on which none does. */
export type Committee = {
  whose: "own" | "other";
  id: string;
  slug: string;
  programmeId: string;
  /** What its records rest on that were decided before. */
  authorityId: string;
  scopingTemplate: { fields: readonly { field: string }[] };
  frontSheet: readonly { key: string; kind: string; choices?: readonly string[] }[];
  /** The other of the two. */
  otherId: string;
  /** Somebody who sits on it; and the officer whose records these are, of the own one only. */
  memberId: string;
  officerId: string | null;
  areaId: string | null;
};

type Given = Pick<Committee, "whose" | "otherId" | "memberId" | "officerId" | "areaId"> & { id: string };

/** Plants records that somebody is offered forms for, and takes every one of them away at the end. */
export class OfferedRecords {
  readonly #planting = new Planting();
  readonly #planted: { table: string; column: string; key: string; row: Row }[] = [];

  async plant(table: string, values: Row): Promise<Planted> {
    const row = await this.#planting.scaffold(table, values);
    const column = KEYS.find((name) => name in row) ?? "id";
    this.#planted.push({ table, column, key: String(row[column]), row });
    return row as Planted;
  }

  /** The end of an address that no other record has. */
  slug = (noun: string): string => `a-${noun}-${this.#planting.word()}`;

  /** The keys of all records that were planted; a day of the calendar has none. */
  keys = (): string[] => this.#planted.flatMap(({ column, key }) => (column === "date" ? [] : [key]));

  /** The columns that decide who reads the record with this key; undefined for what everybody inside may know of. */
  readableBy(key: string): Readable | undefined {
    const found = this.#planted.find((each) => each.key === key && each.column === "id" && "bodyId" in each.row);
    return found && "audience" in found.row ? accessOf(found.table, found.row) : undefined;
  }

  async takeAway(): Promise<void> {
    await sql(`DELETE FROM "FormDraft" WHERE "subjectId" = ANY($1)`, this.keys());
    for (const { table, column, key } of this.#planted.toReversed())
      await sql(`DELETE FROM "${table}" WHERE "${column}" = $1`, key);
  }

  /** The committee that the people sit on, and another, which is planted: nobody else is to come upon its records. */
  async committees(): Promise<Record<"own" | "other", Committee>> {
    const ownId = await bodyId();
    const [memberId, officerId, strangerId] = await Promise.all([
      personId(PEOPLE.member),
      personId(PEOPLE.officer),
      personId("fred-drane"),
    ]);
    const like = await one(`SELECT * FROM "Body" WHERE id = $1`, ownId);
    const { id: otherId } = await this.plant("Body", {
      ...{ slug: this.slug("committee"), kind: "scrutiny_committee", from: "2016-04-01" },
      ...{ name: "An Overview and Scrutiny Committee on which they do not sit", shortName: "Not theirs" },
      scopingTemplate: JSON.stringify(like.scopingTemplate),
      frontSheet: JSON.stringify(like.frontSheet),
      agendaTemplate: JSON.stringify(like.agendaTemplate),
      rules: JSON.stringify({ ...(like.rules as object), clearance: { steps: ["director"], fourEyes: false } }),
    });
    await this.plant("Seat", { personId: strangerId, bodyId: otherId, role: "member", from: "2016-04-01" });
    const { id: areaId } = await one<{ id: string }>(
      `SELECT id FROM "Area" WHERE slug = 'adult-and-community-services'`,
    );
    return {
      own: await this.#committee({ whose: "own", id: ownId, otherId, memberId, officerId, areaId }),
      other: await this.#committee({
        ...{ whose: "other", id: otherId, otherId: ownId },
        ...{ memberId: strangerId, officerId: null, areaId: null },
      }),
    };
  }

  async #committee(given: Given): Promise<Committee> {
    const body = await one<Row & Pick<Committee, "slug" | "scopingTemplate" | "frontSheet">>(
      `SELECT * FROM "Body" WHERE id = $1`,
      given.id,
    );
    const { slug, scopingTemplate, frontSheet } = body;
    const { id: authorityId } = await this.plant("Authority", {
      ...{ kind: "import", statement: "An agenda pack", audience: "inside" },
    });
    const year = "2016/17";
    const [programme] = await sql<Planted>(
      `SELECT id FROM "Programme" WHERE "bodyId" = $1 AND year = $2`,
      given.id,
      year,
    );
    const { id: programmeId } =
      programme ??
      (await this.plant("Programme", {
        ...{ bodyId: given.id, year, authorityId, status: "adopted", audience: "inside" },
      }));
    return { ...given, slug, scopingTemplate, frontSheet, programmeId, authorityId };
  }
}

/** The columns that a row may be known by, the first that it has. */
const KEYS = ["id", "reportId", "minuteId", "followUpId", "proposalId", "date"];

/** The statuses of a machine from which a step leads. */
export const statusesOf = (machine: string): string[] =>
  machineCalled(machine)
    .statuses.filter(({ final }) => !final)
    .map(({ status }) => status);

/** What a record says of itself in a status. Nothing is public, so that no page which other tests look at changes. */
export function standing(machine: string, status: string): { status: string; audience: Audience } {
  const found = machineCalled(machine).statuses.find((each) => each.status === status);
  if (!found) throw new Error(`A ${machine} is never ${status}.`);
  return { status, audience: found.audience === "public" ? "inside" : found.audience };
}

function machineCalled(machine: string) {
  const found = ALL_WORKFLOWS.find(({ name }) => name === machine);
  if (!found) throw new Error(`There is no machine called ${machine}.`);
  return found;
}

/** Whose record it is: the officer's, where the committee is the people's own. */
export const keptBy = ({ officerId, areaId }: Committee): Row => ({ keepers: officerId ? [officerId] : [], areaId });

/** What of a record decides who somebody is to it. */
export const relationsOf = ({ id, bodyId, parentId, areaId, portfolioId, keepers, leadMemberId }: Row): Relations => ({
  ...(typeof id === "string" && { id }),
  bodyId: textOf(bodyId),
  parentBodyId: textOf(parentId),
  areaId: textOf(areaId),
  portfolioId: textOf(portfolioId),
  keepers: (keepers ?? []) as string[],
  leadMemberIds: typeof leadMemberId === "string" ? [leadMemberId] : [],
});

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
