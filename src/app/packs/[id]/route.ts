import { currentPerson } from "@/server/auth/session";
import { getPackFile, recordPackView } from "@/server/packs/queries";
import { serveFile, type Wanted } from "@/server/papers/door";

type Context = { params: Promise<{ id: string }> };

export const GET = (request: Request, context: Context): Promise<Response> => serve(request, context, "bytes");

/** Of its own, because Next would answer HEAD with GET: a file opened, and a view recorded, for nobody. */
export const HEAD = (request: Request, context: Context): Promise<Response> => serve(request, context, "headers only");

async function serve(request: Request, { params }: Context, wanted: Wanted): Promise<Response> {
  const { id } = await params;
  const pack = {
    find: (scope: Parameters<typeof getPackFile>[0]) => getPackFile(scope, id),
    recordView: recordPackView,
  };
  return serveFile(request, pack, wanted, currentPerson);
}
