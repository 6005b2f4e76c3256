import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { nextAuthOptions } from "@/server/auth/next-auth";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Made at each request, because a build knows no secret. */
const handle = (request: NextRequest, context: Context): Promise<Response> =>
  NextAuth(nextAuthOptions())(request, context);

export { handle as GET, handle as POST };
