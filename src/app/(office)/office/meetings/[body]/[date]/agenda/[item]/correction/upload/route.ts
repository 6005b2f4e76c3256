import { PAPER_FORMATS } from "@/domain/papers/upload";
import { correctPaper } from "@/server/papers/agenda-uploads";
import { takeUpload } from "../../../../../../../../_forms/upload-route";
import { type ItemAddress, itemPage } from "../../item-page";

/** Takes a corrected file of a paper under an item of an agenda. */
export async function POST(request: Request, { params }: { params: Promise<ItemAddress> }): Promise<Response> {
  return takeUpload(request, {
    name: "agenda/correction",
    page: itemPage(await params),
    formats: PAPER_FORMATS,
    run: (tx, actor, { id, part, version, received }) =>
      correctPaper(tx, actor, { meetingId: id, paperId: part, version, received }),
  });
}
