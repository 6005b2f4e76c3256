import { failureState } from "@/app/_lib/failure-state";
import { onceKeyIn } from "@/app/_lib/form-action";
import { typedText } from "@/app/_lib/form-values";
import { publicPagesChanged } from "@/app/_lib/public-pages";
import { isSameOrigin } from "@/app/_lib/same-origin";
import type { Person } from "@/domain/access/actor";
import { isKey } from "@/domain/access/record-key";
import type { PaperFormat } from "@/domain/papers/upload";
import { currentPerson, currentTypist } from "@/server/auth/session";
import { invalid } from "@/server/errors";
import { draftPlace } from "@/server/forms/draft-place";
import { dropDraft, keepDraft } from "@/server/forms/drafts";
import { type Address, once, type Tx } from "@/server/forms/once";
import { type ReceivedUpload, receiveUpload } from "@/server/papers/receive";
import { ANSWER, REFUSED } from "./upload-answer";

type Sent = { id: string; part: string | undefined; version: number; received: ReceivedUpload };

type UploadRoute = {
  /** Under which what is typed is kept, with the record's key. */
  name: string;
  /** The page that the form stands on, which it goes back to either way. */
  page: Address;
  formats: readonly PaperFormat[];
  /** Makes the change. It is given a form whose file was refused too, so as to say all that is wrong with it at once. */
  run: (tx: Tx, actor: Person, sent: Sent) => Promise<void>;
};

/**
 * Takes a form with a file, which a server action would hold in memory. Sent by the browser itself it is answered with the way back
 * (303), where what was typed stands again under what was wrong with it; sent by its script, with the same way as JSON.
 */
export async function takeUpload(request: Request, { name, page, formats, run }: UploadRoute): Promise<Response> {
  if (!isSameOrigin(request.headers))
    return new Response("This form has to be sent from its own page.\n", { status: 403, headers: UNKEPT });
  const goTo = (address: string) =>
    request.headers.get("accept")?.includes("application/json")
      ? Response.json({ goTo: address }, { headers: UNKEPT })
      : new Response(null, { status: 303, headers: { ...UNKEPT, Location: address } });

  const [person, typist] = await Promise.all([currentPerson(), currentTypist()]);
  const signIn = () => goTo(`/sign-in?from=${encodeURIComponent(page)}`);
  // Of somebody who never was signed in here not even the form is read.
  if (!typist) return signIn();
  return receiveUpload(request, formats, async (received) => {
    const { values } = received;
    const id = typedText(values, "id");
    const part = typedText(values, "part") || undefined;
    const place = draftPlace(name, part ?? id);
    if (place) await keepDraft(typist, place, values);
    if (!person) return signIn();
    try {
      if (!isKey(id) || (part && !isKey(part))) throw invalid("file", "Open the page again: its form was not whole.");
      const version = Number.parseInt(typedText(values, "version"), 10) || 0;
      await once(person, onceKeyIn(values.onceKey), async (tx) => {
        await run(tx, person, { id, part, version, received });
        await dropDraft(tx, person.personId, place);
        return page;
      });
    } catch (error) {
      const { values: _, ...answer } = failureState(error, values);
      if (place) await keepDraft(person.personId, place, { ...values, [ANSWER]: JSON.stringify(answer) });
      return goTo(`${page}?${REFUSED}=${encodeURIComponent(part ?? id)}`);
    }
    publicPagesChanged();
    return goTo(page);
  });
}

const UNKEPT = { "Cache-Control": "private, no-store" };
