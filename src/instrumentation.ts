import type { Instrumentation } from "next";

/** Next calls this once as a server starts; a build starts none and has no database. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { keepResponses } = await import("@/server/http/exchange");
  keepResponses();
  const { runJobs } = await import("@/server/jobs/boss");
  runJobs();
}

/** Next calls this for every error that no page expected. The reader is shown the digest, and finds us by it. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const { failed } = await import("@/server/log");
  // The path without its query: what follows the question mark may have been typed by somebody.
  failed(error, { method: request.method, path: request.path.split("?")[0], route: context.routePath });
};
