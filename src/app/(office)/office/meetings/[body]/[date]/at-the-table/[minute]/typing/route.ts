import { expectedFailure } from "@/server/errors";
import { draftPlace } from "@/server/forms/draft-place";
import { getMinutesDesk } from "@/server/minutes/desk";
import { keepTyping } from "../../../../../../../_forms/keep-typing";

type Address = { body: string; date: string; minute: string };

/** The forms of an item that are kept while they are typed into. */
const FORMS = ["minutes/minute", "table/decide"];

/** Keeps what is being typed of an item at the table. */
export async function POST(request: Request, { params }: { params: Promise<Address> }): Promise<Response> {
  const { body, date, minute } = await params;
  const form = FORMS.find((each) => each === new URL(request.url).searchParams.get("form"));
  return keepTyping(
    request,
    () => (form ? draftPlace(form, minute) : null),
    async (person) => {
      try {
        const { minutes } = await getMinutesDesk(person, { body, meeting: date });
        return minutes?.isWritable === true && minutes.items.some(({ id }) => id === minute);
      } catch (error) {
        if (expectedFailure(error)) return false;
        throw error;
      }
    },
  );
}
