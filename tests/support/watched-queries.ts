import pg from "pg";

/** A statement that went to the database, with the login that sent it, and how many rows came back: none yet for null. */
export type Sent = { login: string; sql: string; rows: number | null };

type Answer = { rows?: unknown[] } | undefined;

/** Does the work. @returns what came of it, and every statement that went to the database meanwhile */
export async function watched<T>(work: () => Promise<T>): Promise<{ result: T; sent: Sent[] }> {
  const sent: Sent[] = [];
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const { query } = prototype;
  prototype.query = function (this: { user?: string }, ...args: unknown[]) {
    const [asked] = args;
    const sql = typeof asked === "string" ? asked : String((asked as { text: string }).text);
    const statement: Sent = { login: this.user ?? "", sql, rows: null };
    sent.push(statement);
    const answered = (answer: Answer) => {
      statement.rows = answer?.rows?.length ?? 0;
    };
    // A pool is answered by a callback, everybody else by a promise.
    const last = args.at(-1);
    if (typeof last === "function") {
      const told = (error: unknown, answer: Answer) => {
        answered(answer);
        last(error, answer);
      };
      return query.apply(this, args.with(-1, told));
    }
    const answer = query.apply(this, args);
    if (answer instanceof Promise) void answer.then(answered, () => answered(undefined));
    return answer;
  };
  try {
    return { result: await work(), sent };
  } finally {
    prototype.query = query;
  }
}
