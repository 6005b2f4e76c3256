import { type NextRequest, NextResponse } from "next/server";
import { ADDRESS_HEADER } from "@/server/auth/came-from";

const DEV = process.env.NODE_ENV === "development";

/**
 * What a page of the office may load and run. It is rendered for each request, so its scripts carry a nonce; public pages are
 * kept, and have theirs hashed instead (src/server/public-pages). In development Next evaluates code and styles of its own.
 */
function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${DEV ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${DEV ? " 'unsafe-inline'" : ""}`,
    "img-src 'self'",
    "font-src 'self'",
    `connect-src 'self'${DEV ? " ws:" : ""}`,
    "manifest-src 'self'",
    "object-src 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/**
 * Headers for the office, the sign-in page and the forms of the public site, which are made for each request too. Nothing is
 * authorised here, because addresses have slipped past this place before: every page, action and route asks for itself who is
 * signed in.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, searchParams } = request.nextUrl;
  if (!MADE_FOR_ONE.test(pathname)) return toKeptPage(request);
  const policy = contentPolicy(btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18)))));
  const asked = new URLSearchParams(searchParams);
  asked.delete("_rsc");

  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy); // where Next finds the nonce for its own scripts
  headers.set(ADDRESS_HEADER, asked.size > 0 ? `${pathname}?${asked}` : pathname);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("cache-control", "private, no-store");
  return response;
}

const MADE_FOR_ONE = /^\/(?:sign-in|office|topics\/suggest$|(?:committees|bodies)\/[^/]+\/meetings\/[^/]+\/ask$)/;

/**
 * The pages that are kept have no forms of their own. What another site sends there Next would render anew each time, past the
 * handler that keeps them, without their content policy and with 200 for what is not there.
 */
function toKeptPage({ method }: NextRequest): NextResponse {
  if (method === "GET" || method === "HEAD") return NextResponse.next();
  return new NextResponse(null, { status: 405, headers: { allow: "GET, HEAD" } });
}

/**
 * Addresses that take files end in /upload and are left out: what passes through here is cut off at 10 MB. Of what is kept only
 * what somebody sends comes by, which has a type of content or names an action; a reading has neither, and goes straight on.
 */
export const config = {
  matcher: [
    "/sign-in",
    "/sign-in/:path*",
    "/topics/suggest",
    "/:tree(committees|bodies)/:body/meetings/:date/ask",
    "/office",
    "/office/((?!.*/upload$).*)",
    {
      source:
        "/((?!office|sign-in|sign-out|topics/suggest$|(?:committees|bodies)/[^/]+/meetings/[^/]+/ask$|api/|papers/|brand/|internal/|_next/).*)",
      has: [{ type: "header", key: "content-type" }],
    },
    {
      source:
        "/((?!office|sign-in|sign-out|topics/suggest$|(?:committees|bodies)/[^/]+/meetings/[^/]+/ask$|api/|papers/|brand/|internal/|_next/).*)",
      has: [{ type: "header", key: "next-action" }],
    },
  ],
};
