import pg from "pg";

/** The site's database, as its owner: to plant records no page makes, and to see what a page left behind. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_OWNER_URL, max: 4, allowExitOnIdle: true });

export type Row = Record<string, unknown>;

/** The rows of a query; `$1` and so on stand for the values. */
export async function sql<Found extends Row = Row>(query: string, ...values: unknown[]): Promise<Found[]> {
  const { rows } = await pool.query<Found>(query, values);
  return rows;
}

/** The one row that there must be. */
export async function one<Found extends Row = Row>(query: string, ...values: unknown[]): Promise<Found> {
  const [row, another] = await sql<Found>(query, ...values);
  if (!row || another) throw new Error(`There is ${row ? "more than one row" : "no row"} for: ${query}`);
  return row;
}
