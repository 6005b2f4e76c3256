import { isSameOrigin } from "@/app/_lib/same-origin";
import { currentPerson } from "@/server/auth/session";
import { expectedFailure } from "@/server/errors";
import { keepLookAt } from "@/server/meetings/looks";

/** A digest, and what a form wraps it in. */
const LONGEST_BODY = 2_000;

type Address = { params: Promise<{ body: string; date: string }> };

/**
 * Keeps that somebody looked at a meeting, for them alone: sent by the page once it is seen, so that neither a prefetch nor a HEAD
 * counts as a look.
 */
export async function POST(request: Request, { params }: Address): Promise<Response> {
  if (!isSameOrigin(request.headers)) return answer(403);
  if (Number(request.headers.get("content-length") ?? LONGEST_BODY) >= LONGEST_BODY) return answer(413);
  const [person, { body, date }, shown] = await Promise.all([currentPerson(), params, request.text()]);
  if (!person) return answer(401);
  try {
    // What changed meanwhile was not seen: nothing is kept then, and it is marked the next time.
    await keepLookAt(person, { body, meeting: date }, shown);
    return answer(204);
  } catch (error) {
    if (expectedFailure(error)?.kind === "not-found") return answer(404);
    throw error;
  }
}

const answer = (status: number) => new Response(null, { status, headers: { "Cache-Control": "private, no-store" } });
