import type { Metadata } from "next";
import { openIdSettings } from "@/server/auth/openid-settings";
import { getOwnSignIn } from "@/server/auth/second-factor";
import { Fact, Facts } from "@/ui/facts";
import { Notice } from "@/ui/notice";
import { OfficeHead, OfficePage, OfficeSection } from "@/ui/page";
import { orNotFound } from "../../../../_lib/or-not-found";
import { officePage } from "../../../_lib/office-page";
import { PlainForm } from "../../../sign-in/plain-form";
import { SETTINGS_CRUMB } from "../crumbs";
import { SettingsForm } from "../settings-form";
import { beginSecondFactorAction, changePasswordAction, endSecondFactorAction } from "./actions";
import { ConfirmForm } from "./confirm-form";
import { QrCode } from "./qr-code";

export const metadata: Metadata = { title: "How you sign in" };

export default officePage(async (person, _address, { saved, changed, linked, taken }) => {
  const own = await orNotFound(getOwnSignIn(person));
  const openId = openIdSettings();
  const key = crypto.randomUUID();
  return (
    <OfficePage crumbs={[SETTINGS_CRUMB]}>
      <OfficeHead title="How you sign in">As {own.email}.</OfficeHead>
      {saved ? <Notice tone="done" title="Saved" status /> : null}
      {changed ? (
        <Notice tone="done" title="Your password is changed" status>
          <p>Your other sign-ins have ended.</p>
        </Notice>
      ) : null}
      {linked ? <Notice tone="done" title="Your council account is linked" status /> : null}
      {taken ? (
        <Notice tone="stop" title="Not linked: somebody else here is linked to that council account" status />
      ) : null}
      <OfficeSection id="second-factor" title="Second factor">
        {own.hasSecondFactor ? (
          <>
            <Facts>
              <Fact term="State">Set up: your password is followed by a code</Fact>
              <Fact term="Recovery codes left">{own.recoveryCodesLeft}</Fact>
            </Facts>
            <SettingsForm
              action={endSecondFactorAction}
              prefix="end"
              hidden={{}}
              onceKey={key}
              fields={[
                {
                  kind: "line",
                  name: "code",
                  label: "Code",
                  hint: "What your app shows now, or a recovery code",
                  autoComplete: "one-time-code",
                },
              ]}
              button="Take the second factor off"
              second
              notDone="Not taken off"
            />
          </>
        ) : own.enrolment ? (
          <>
            <p className="my-2">
              Read this picture with an authenticator app, or type the secret into it. Then write the six digits that it
              shows.
            </p>
            <QrCode modules={own.enrolment.modules} label="The secret as a QR code; it stands beside it as text" />
            <Facts>
              <Fact term="Secret">
                <code>{own.enrolment.secret}</code>
              </Fact>
            </Facts>
            <ConfirmForm />
          </>
        ) : (
          <>
            <p className="my-2">
              With an authenticator app on your telephone: your password alone then opens nothing. Your other sign-ins
              end when it is set up.
            </p>
            <SettingsForm
              action={beginSecondFactorAction}
              prefix="begin"
              hidden={{}}
              onceKey={key}
              fields={[]}
              button="Set up a second factor"
            />
          </>
        )}
      </OfficeSection>
      {own.hasPassword ? (
        <OfficeSection id="password" title="Password">
          <PlainForm
            action={changePasswordAction}
            fields={[
              {
                kind: "line",
                name: "current",
                label: "The password you have",
                type: "password",
                autoComplete: "current-password",
              },
              {
                kind: "line",
                name: "password",
                label: "The new one",
                hint: "At least 12 characters: three or four words will do",
                type: "password",
                autoComplete: "new-password",
              },
            ]}
            button="Change the password"
            notDone="Not changed"
          />
        </OfficeSection>
      ) : null}
      {openId ? (
        <OfficeSection id="openid" title="Council account">
          {own.hasOpenId ? (
            <p>It is linked: you can sign in with {openId.label}. The administrator can unlink it.</p>
          ) : (
            <p>
              <a href="/sign-in/openid?link=1">Sign in with {openId.label}</a> once, and it is linked: you can sign in
              with it from then on.
            </p>
          )}
        </OfficeSection>
      ) : null}
    </OfficePage>
  );
});
