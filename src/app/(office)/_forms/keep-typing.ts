import { type FormValues, formValues } from "@/app/_lib/form-values";
import { isSameOrigin } from "@/app/_lib/same-origin";
import type { Person } from "@/domain/access/actor";
import { londonTime } from "@/domain/calendar/london-time";
import { formatTime } from "@/domain/calendar/plain-time";
import { currentPerson, currentTypist } from "@/server/auth/session";
import type { DraftPlace } from "@/server/forms/draft-place";
import { keepDraft } from "@/server/forms/drafts";

/** Longer than what is kept, with room for what wraps it. */
const LONGEST_BODY = 1_000_000;

/**
 * Keeps what is being typed into a form, for whoever types it alone. Somebody whose sign-in has lapsed is told so, and finds it
 * after signing in again.
 * @param placeOf where to keep it; null for what belongs nowhere
 * @param isOpen whether the form is this person's to type into
 * @param tell what the page is told of what was typed, beside that it is kept
 */
export async function keepTyping(
  request: Request,
  placeOf: (values: FormValues) => DraftPlace | null,
  isOpen: (person: Person, values: FormValues) => Promise<boolean>,
  tell: (person: Person, values: FormValues) => Promise<object> = async () => ({}),
): Promise<Response> {
  if (!isSameOrigin(request.headers)) return answer(403, { kept: null, signedIn: false });
  if (Number(request.headers.get("content-length") ?? LONGEST_BODY) >= LONGEST_BODY)
    return answer(413, { kept: null, signedIn: true });

  const [person, typist, form] = await Promise.all([currentPerson(), currentTypist(), formOf(request)]);
  if (!form) return answer(400, { kept: null, signedIn: person !== null });
  const values = formValues(form);
  const place = placeOf(values);
  if (!place || !typist) return answer(typist ? 404 : 401, { kept: null, signedIn: person !== null });
  if (person && !(await isOpen(person, values))) return answer(404, { kept: null, signedIn: true });

  const at = await keepDraft(typist, place, values);
  const told = person ? await tell(person, values) : {};
  return answer(person ? 200 : 401, { ...told, kept: at && formatTime(londonTime(at)), signedIn: person !== null });
}

/** Nothing where it was cut off on its way, or is no form. */
async function formOf(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch {
    return null;
  }
}

const answer = (status: number, said: { kept: string | null; signedIn: boolean }) =>
  Response.json(said, { status, headers: { "Cache-Control": "private, no-store" } });
