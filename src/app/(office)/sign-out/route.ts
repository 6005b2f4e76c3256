import { isSameOrigin } from "@/app/_lib/same-origin";
import { stopSession } from "@/server/auth/session";

/** Signs out. An address of its own rather than an action, so that a page opened before an update still can. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return goTo("/office");
  await stopSession();
  return goTo("/sign-in?out=1");
}

/** A link signs nobody out: another site could hide one in a picture. */
export const GET = (): Response => goTo("/office");

const goTo = (address: string) =>
  new Response(null, { status: 303, headers: { location: address, "cache-control": "private, no-store" } });
