import pg from "pg";

const LOGIN = "scrutineer_public_login";
const STATEMENT = new RegExp(`^${LOGIN}\\|LOG: {2}(execute|statement)`, "gm");

/**
 * Counts what the public site asks of PostgreSQL, where it arrives: in the server's own log. Sites must be started afterwards,
 * since a login's settings hold for its new connections.
 *
 * @param superuser address of the server
 */
export async function statementCounter(superuser: string) {
  const client = new pg.Client({ connectionString: superuser });
  client.on("error", () => {}); // Where a measurement fails the server goes before this does.
  await client.connect();
  await client.query("ALTER SYSTEM SET log_line_prefix = '%u|'");
  await client.query(`ALTER ROLE ${LOGIN} SET log_statement = 'all'`);
  await client.query("SELECT pg_reload_conf()");
  await client.query("SET log_statement = 'all'");

  let marks = 0;
  /** Everything that was logged before this call is in the log when it returns. */
  const marked = async (from: number): Promise<{ text: string; size: number }> => {
    const mark = `marked ${process.pid} ${++marks}`;
    await client.query(`SELECT '${mark}'`);
    for (;;) {
      const { rows } = await client.query<{ log: Buffer }>(
        "SELECT pg_read_binary_file(pg_current_logfile(), $1, 1000000000) AS log",
        [from],
      );
      const log = rows[0]?.log ?? Buffer.alloc(0);
      const text = log.toString("utf8");
      if (text.includes(mark)) return { text, size: from + log.byteLength };
    }
  };

  return {
    /** @returns how many statements the public login sent while the work was done; one page at a time */
    async during(work: () => Promise<unknown>): Promise<number> {
      const { rows } = await client.query<{ size: string }>("SELECT (pg_stat_file(pg_current_logfile())).size AS size");
      const { size } = await marked(Number(rows[0]?.size ?? 0));
      await work();
      return [...(await marked(size)).text.matchAll(STATEMENT)].length;
    },
    /** Stops counting, for what is measured afterwards; that too holds for new connections. */
    async stop(): Promise<void> {
      await client.query(`ALTER ROLE ${LOGIN} RESET log_statement`);
      await client.end();
    },
  };
}

export type StatementCounter = Awaited<ReturnType<typeof statementCounter>>;
