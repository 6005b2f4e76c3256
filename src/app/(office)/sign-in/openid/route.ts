import { cookies, headers } from "next/headers";
import { isSameOrigin } from "@/app/_lib/same-origin";
import { cameFrom } from "@/server/auth/came-from";
import { isHttps } from "@/server/auth/client-address";
import { beginOpenId, PENDING_MS } from "@/server/auth/openid";
import { openIdSettings } from "@/server/auth/openid-settings";
import { currentSession } from "@/server/auth/session";
import { cookieOptions } from "@/server/auth/token";
import { failed } from "@/server/log";
import { goTo, OPENID_COOKIE } from "./go-to";

/** Leads to the council's own sign-in. A link and no form, since a page's forms may only be sent to this site. */
export async function GET(request: Request): Promise<Response> {
  const settings = openIdSettings();
  if (!settings) return goTo("/sign-in");
  const asked = new URL(request.url).searchParams;
  const invitation = asked.get("invitation") ?? undefined;
  let linkTo: string | undefined;
  if (asked.has("link")) {
    // Another site could otherwise have somebody's account linked to an identity of its own.
    const session = isSameOrigin(request.headers) ? await currentSession() : null;
    if (!session) return goTo("/office/settings/sign-in");
    linkTo = session.accountId;
  }
  try {
    const { address, kept } = await beginOpenId(settings, {
      from: cameFrom(asked.get("from")),
      ...(linkTo && { linkTo }),
      ...(invitation && { invitation: invitation.slice(0, 200) }),
    });
    (await cookies()).set(OPENID_COOKIE, kept, {
      ...cookieOptions(isHttps(await headers())),
      path: "/sign-in",
      maxAge: PENDING_MS / 1000,
    });
    return goTo(address);
  } catch (error) {
    failed(error, { path: "/sign-in/openid" });
    return goTo("/sign-in?error=openid-failed");
  }
}
