import type { Metadata } from "next";
import { cameFrom, OFFICE } from "@/server/auth/came-from";
import { demonstrationSignIns } from "@/server/auth/demonstration";
import { openIdSettings } from "@/server/auth/openid-settings";
import { currentSignIn } from "@/server/auth/session";
import { Notice } from "@/ui/notice";
import { OfficeHead, OfficePage, OfficeSection } from "@/ui/page";
import { DemonstrationForm } from "./demonstration-form";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

type Asked = { [name: string]: string | string[] | undefined };

export default async function SignInPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const { from, callbackUrl, error, out, set } = await searchParams;
  const [signedIn, signIns] = await Promise.all([currentSignIn(), demonstrationSignIns()]);
  const openId = openIdSettings();
  const goingTo = cameFrom(from ?? pathOf(callbackUrl));
  return (
    <OfficePage>
      <OfficeHead title="Sign in to the scrutiny office">
        For councillors, co-opted members and officers. Everything public is on the public site, without signing in.
      </OfficeHead>
      {signedIn ? (
        <Notice title={`You are signed in as ${signedIn.person.name}`}>
          <p>
            <a href={goingTo}>{goingTo === OFFICE ? "Open the office" : "Go on to where you came from"}</a>, or sign in
            as somebody else, which ends this sign-in.
          </p>
        </Notice>
      ) : out ? (
        <Notice tone="done" title="You are signed out" status />
      ) : null}
      {set ? (
        <Notice tone="done" title="Your password is set" status>
          <p>Sign in with it. Wherever you were signed in before, you are not any more.</p>
        </Notice>
      ) : null}
      <SignInForm from={goingTo} said={error === undefined ? null : saidOf(error)} />
      <p className="my-3">
        <a href="/sign-in/forgotten">Set a new password</a>, if you have forgotten yours.
      </p>
      {openId ? (
        <p className="my-3">
          <a href={`/sign-in/openid?${new URLSearchParams({ from: goingTo })}`}>Sign in with {openId.label}</a>
        </p>
      ) : null}
      {signIns.length > 0 ? (
        <OfficeSection id="demonstration" title="Who you may be in this demonstration">
          <p className="my-3">
            Everybody knows these sign-ins: the people are those of the record, their e-mail addresses are made up.
          </p>
          <DemonstrationForm from={goingTo} signIns={signIns} />
        </OfficeSection>
      ) : null}
    </OfficePage>
  );
}

/** next-auth gives whole addresses; which site they name is cameFrom()'s to judge, so only our own is cut off. */
function pathOf(callback: string | string[] | undefined): string | undefined {
  if (typeof callback !== "string") return undefined;
  const ours = process.env.NEXTAUTH_URL?.replace(/\/$/, "");
  return ours && callback.startsWith(`${ours}/`) ? callback.slice(ours.length) : callback;
}

function saidOf(error: string | string[]): string {
  switch (error) {
    case "slowed":
      return "Wait 15 minutes and try again: too many tries did not match.";
    case "second-factor":
      return "Sign in here: your account asks for a code as well.";
    case "openid":
      return "Sign in with your password: no account here is linked to that council account. Link it afterwards in the settings, or ask the administrator.";
    case "openid-failed":
      return "Try again: the other site did not confirm who you are.";
    default:
      return "Check the e-mail and the password: no account opens with these two.";
  }
}
