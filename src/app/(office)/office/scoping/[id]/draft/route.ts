import { typedText } from "@/app/_lib/form-values";
import { readScope } from "@/domain/access/read-scope";
import { SECTION_KEYS } from "@/domain/scoping/sections";
import { isOpenProposal } from "@/server/scoping/queries";
import { keepTyping } from "../../../../_forms/keep-typing";
import { sectionPlace } from "../../places";

/** Keeps what is being typed into a part of a proposal. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return keepTyping(
    request,
    (values) => {
      const section = SECTION_KEYS.find((key) => key === typedText(values, "section"));
      return section ? sectionPlace(id, section) : null;
    },
    (person) => isOpenProposal(readScope(person), id),
  );
}
