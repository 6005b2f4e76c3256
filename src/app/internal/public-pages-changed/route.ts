import { publicPagesChanged } from "@/app/_lib/public-pages";
import { isFromHere, isOurKey, KEY_HEADER } from "@/server/public-pages/announcement";

/** Jobs say here that what they did shows on public pages. To anybody else there is nothing here. */
export async function POST(request: Request): Promise<Response> {
  const isJob = isFromHere(request.headers) && isOurKey(request.headers.get(KEY_HEADER));
  if (!isJob) return nothingHere();
  publicPagesChanged();
  return new Response(null, { status: 204 });
}

const nothingHere = () => new Response(null, { status: 404 });

// Left out, they would be answered with 405, which says that there is something here after all.
export { nothingHere as DELETE, nothingHere as GET, nothingHere as OPTIONS, nothingHere as PATCH, nothingHere as PUT };
