import { PAPER_FORMATS } from "@/domain/papers/upload";
import { uploadPaper } from "@/server/papers/agenda-uploads";
import { takeUpload } from "../../../../../../../_forms/upload-route";
import { type ItemAddress, itemPage } from "../item-page";

/** Takes a paper for an item of an agenda. */
export async function POST(request: Request, { params }: { params: Promise<ItemAddress> }): Promise<Response> {
  return takeUpload(request, {
    name: "agenda/paper",
    page: itemPage(await params),
    formats: PAPER_FORMATS,
    run: (tx, actor, { id, part, received }) => uploadPaper(tx, actor, { meetingId: id, itemId: part, received }),
  });
}
