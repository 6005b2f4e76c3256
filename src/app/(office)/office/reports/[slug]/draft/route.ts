import { typedText } from "@/app/_lib/form-values";
import { draftPlace } from "@/server/forms/draft-place";
import { checkTyped, mayWrite } from "@/server/reports/typing";
import { keepTyping } from "../../../../_forms/keep-typing";
import { shownCheck } from "../check-words";
import { SHEET_FORM, TEXT_FORM } from "../report-forms";

/** Keeps what is being typed into a report or its front sheet, and says what its check finds in it. */
export async function POST(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params;
  const part = new URL(request.url).searchParams.get("part") === "sheet" ? "sheet" : "text";
  return keepTyping(
    request,
    (values) => draftPlace(part === "sheet" ? SHEET_FORM : TEXT_FORM, typedText(values, "id")),
    (person, values) => mayWrite(person, slug, typedText(values, "id")),
    async (person, values) => ({ findings: shownCheck(await checkTyped(person, slug, { [part]: values })) }),
  );
}
