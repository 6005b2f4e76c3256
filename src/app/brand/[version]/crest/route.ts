import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { getCrest } from "@/server/council/queries";
import { expectedFailure } from "@/server/errors";
import { brandFile } from "../../brand-file";

/** The council's crest, which the stylesheet draws as a mask. */
export async function GET(_request: Request, { params }: { params: Promise<{ version: string }> }): Promise<Response> {
  try {
    const { version, svg } = await getCrest(PUBLIC_SCOPE);
    return brandFile(svg, "image/svg+xml", (await params).version === String(version));
  } catch (error) {
    if (expectedFailure(error)?.kind === "not-found") return new Response(null, { status: 404 });
    throw error;
  }
}
