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
 * Headers for the office, the sign-in page and the form of the public site, which is made for each request too. Nothing is authorised here, because addresses have slipped past this place before:
 * every page, action and route asks for itself who is signed in.
 */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentPolicy(btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18)))));
  const { pathname, searchParams } = request.nextUrl;
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

/** Addresses that take files end in /upload and are left out: what passes through here is cut off at 10 MB. */
export const config = {
  matcher: ["/sign-in", "/sign-in/:path*", "/topics/suggest", "/office", "/office/((?!.*/upload$).*)"],
};
