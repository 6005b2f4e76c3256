import pino from "pino";

/**
 * What went wrong and where, for whoever runs the server: addresses, ids and our own sentences. Never titles, names, or what
 * somebody typed: a log is read by people who may not read the records.
 */
export const log = pino({
  level: process.env.SCRUTINEER_LOG ?? "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: ["*.password", "*.cookie", "*.authorization"],
});

/**
 * Records an error that nobody expected: its kind, its code and where it came from. Its message is left out, because a database
 * error quotes the values it was given.
 * @param about which request or job; addresses and ids only
 */
export function failed(error: unknown, about: Readonly<Record<string, string | undefined>>): void {
  const { name, code, digest, stack } = error as Error & { code?: string; digest?: string };
  const frames = stack?.split("\n").filter((line) => line.trimStart().startsWith("at "));
  log.error(
    { ...about, name, code, sqlState: sqlStateOf(error), digest, frames },
    "Something failed that nobody expected.",
  );
}

/** PostgreSQL's own code for what it refused (appendix A of its manual), which Prisma keeps under a code of its own. */
function sqlStateOf(error: unknown): string | undefined {
  const { meta } = error as { meta?: { driverAdapterError?: { cause?: { originalCode?: string } } } };
  return meta?.driverAdapterError?.cause?.originalCode;
}
