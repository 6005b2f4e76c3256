import { cookies, headers } from "next/headers";
import { isHttps } from "@/server/auth/client-address";
import { finishOpenId, linkOpenId, signInByOpenId, takeInvitation } from "@/server/auth/openid";
import { openIdSettings } from "@/server/auth/openid-settings";
import { adoptKey, currentSession } from "@/server/auth/session";
import { cookieOptions } from "@/server/auth/token";
import { failed } from "@/server/log";
import { goTo, OPENID_COOKIE } from "../go-to";

/** Where people come back to from the council's own sign-in. */
export async function GET(request: Request): Promise<Response> {
  const settings = openIdSettings();
  const jar = await cookies();
  const kept = jar.get(OPENID_COOKIE)?.value;
  if (!settings || !kept) return goTo("/sign-in?error=openid-failed");
  jar.set(OPENID_COOKIE, "", { ...cookieOptions(isHttps(await headers())), path: "/sign-in", maxAge: 0 });
  try {
    const found = await finishOpenId(settings, new URL(request.url).search, kept);
    if (!found) return goTo("/sign-in?error=openid-failed");
    const { identity, errand } = found;
    if (errand.linkTo) {
      // Whoever began it is still the one who is signed in.
      const session = await currentSession();
      const isTheirs = session?.accountId === errand.linkTo && (await linkOpenId(errand.linkTo, identity));
      return goTo(`/office/settings/sign-in?${isTheirs ? "linked" : "taken"}=1`);
    }
    const key = errand.invitation ? await takeInvitation(errand.invitation, identity) : await signInByOpenId(identity);
    if (!key) return goTo("/sign-in?error=openid");
    await adoptKey(key);
    return goTo(errand.from);
  } catch (error) {
    failed(error, { path: "/sign-in/openid/callback" });
    return goTo("/sign-in?error=openid-failed");
  }
}
