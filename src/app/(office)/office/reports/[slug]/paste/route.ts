import { isSameOrigin } from "@/app/_lib/same-origin";
import { currentPerson } from "@/server/auth/session";
import { expectedFailure } from "@/server/errors";
import { mayWrite } from "@/server/reports/typing";
import { readPastedWord } from "@/server/reports/word";

/** A long report, taken out of Word without its styles. */
const LONGEST_BODY = 4_000_000;

/** Turns what was taken out of Word into the Markdown that the field holds. Nothing is kept. */
export async function POST(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  if (!isSameOrigin(request.headers)) return answer(403, {});
  if (Number(request.headers.get("content-length") ?? LONGEST_BODY) >= LONGEST_BODY) return answer(413, {});
  const { slug } = await params;
  const person = await currentPerson();
  if (!person || !(await mayWrite(person, slug))) return answer(404, {});
  try {
    return answer(200, await readPastedWord(await request.text()));
  } catch (error) {
    if (expectedFailure(error)) return answer(422, {});
    throw error;
  }
}

const answer = (status: number, said: object) =>
  Response.json(said, { status, headers: { "Cache-Control": "private, no-store" } });
