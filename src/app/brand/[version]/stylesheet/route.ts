import { PUBLIC_SCOPE } from "@/domain/access/read-scope";
import { getStylesheet } from "@/server/council/queries";
import { expectedFailure } from "@/server/errors";
import { brandFile } from "../../brand-file";

/** The council's colour, as a stylesheet of its own: the content policy allows no style attributes. */
export async function GET(_request: Request, { params }: { params: Promise<{ version: string }> }): Promise<Response> {
  try {
    const { version, css } = await getStylesheet(PUBLIC_SCOPE);
    return brandFile(css, "text/css; charset=utf-8", (await params).version === String(version));
  } catch (error) {
    if (expectedFailure(error)?.kind === "not-found") return new Response(null, { status: 404 });
    throw error;
  }
}
