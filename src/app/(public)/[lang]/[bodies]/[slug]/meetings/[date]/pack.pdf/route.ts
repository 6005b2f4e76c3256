import type { ReadScope } from "@/domain/access/read-scope";
import { getCurrentPackFile, recordPackView } from "@/server/packs/queries";
import { serveFile, type Wanted } from "@/server/papers/door";

/** Asked of the database each time: what was taken down is gone with the next request. */
export const dynamic = "force-dynamic";

type Context = { params: Promise<{ bodies: string; slug: string; date: string }> };

export const GET = (request: Request, context: Context): Promise<Response> => serve(request, context, "bytes");
export const HEAD = (request: Request, context: Context): Promise<Response> => serve(request, context, "headers only");

/** The public pack as it is now, whoever is signed in. */
async function serve(request: Request, { params }: Context, wanted: Wanted): Promise<Response> {
  const { bodies, slug, date } = await params;
  const find = (scope: ReadScope) => getCurrentPackFile(scope, { tree: bodies, body: slug, meeting: date });
  return serveFile(request, { find, recordView: recordPackView }, wanted, async () => null);
}
