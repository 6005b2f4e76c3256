import type { Metadata } from "next";
import { findToken } from "@/server/auth/links";
import { openIdSettings } from "@/server/auth/openid-settings";
import { Notice } from "@/ui/notice";
import { OfficeHead, OfficePage } from "@/ui/page";
import { PlainForm } from "../plain-form";
import { setPasswordAction } from "./actions";

// The address holds a key: no other site is told it. Not "no-referrer", with which a form without script has no origin.
export const metadata: Metadata = { title: "Choose a password", referrer: "same-origin" };

type Asked = { [name: string]: string | string[] | undefined };

export default async function SetPasswordPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const { key } = await searchParams;
  const found = typeof key === "string" ? await findToken(["invitation", "password_reset"], key) : null;
  const openId = openIdSettings();
  return (
    <OfficePage crumbs={[{ href: "/sign-in", label: "Sign in" }]}>
      <OfficeHead title="Choose a password">
        {found?.account ? `For ${found.account.email}. Afterwards you sign in with the two.` : null}
      </OfficeHead>
      {found && typeof key === "string" ? (
        <>
          <PlainForm
            action={setPasswordAction}
            hidden={{ key }}
            fields={[
              {
                kind: "line",
                name: "password",
                label: "Password",
                hint: "At least 12 characters: three or four words will do",
                type: "password",
                autoComplete: "new-password",
              },
            ]}
            button="Set the password"
            notDone="Not set"
          />
          {openId && found.purpose === "invitation" ? (
            <p className="my-3">
              Or <a href={`/sign-in/openid?${new URLSearchParams({ invitation: key })}`}>sign in with {openId.label}</a>{" "}
              from now on, without a password here.
            </p>
          ) : null}
        </>
      ) : (
        <Notice tone="warn" title="This link opens nothing any more">
          <p>
            It opens once, and for a limited time. <a href="/sign-in/forgotten">Ask for a new one</a>.
          </p>
        </Notice>
      )}
    </OfficePage>
  );
}
