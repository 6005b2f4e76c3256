import { notFound } from "next/navigation";
import { expectedFailure } from "@/server/errors";

/** What you may not see and what is not there get the same page. */
export async function orNotFound<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    if (expectedFailure(error)?.kind === "not-found") notFound();
    throw error;
  }
}
