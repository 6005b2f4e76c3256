import { currentPerson } from "@/server/auth/session";
import { servePaper } from "@/server/papers/door";

type Context = { params: Promise<{ id: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return servePaper(request, (await params).id, "bytes", currentPerson);
}

/** Of its own, because Next would answer HEAD with GET: a file opened, and a view recorded, for nobody. */
export async function HEAD(request: Request, { params }: Context): Promise<Response> {
  return servePaper(request, (await params).id, "headers only", currentPerson);
}
