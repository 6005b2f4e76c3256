import { writeFromWord } from "@/server/reports/writing";
import { takeUpload } from "../../../../_forms/upload-route";
import { WORD_FORM } from "../report-forms";

/** Takes the text of a report from a Word file. */
export async function POST(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params;
  return takeUpload(request, {
    name: WORD_FORM,
    page: `/office/reports/${slug}`,
    formats: ["docx"],
    run: (tx, actor, { id, version, received: { file, refusal } }) =>
      writeFromWord(tx, actor, { reportId: id, version, file: file ?? { refusal } }),
  });
}
