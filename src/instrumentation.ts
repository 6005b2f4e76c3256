/** Next calls this once as a server starts; a build starts none and has no database. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { keepResponses } = await import("@/server/http/response-status");
  keepResponses();
  const { runJobs } = await import("@/server/jobs/boss");
  runJobs();
}
