import type { Metadata } from "next";
import { Notice } from "@/ui/notice";
import { OfficeHead, OfficePage } from "@/ui/page";
import { PlainForm } from "../plain-form";
import { forgottenAction } from "./actions";

export const metadata: Metadata = { title: "Set a new password" };

type Asked = { [name: string]: string | string[] | undefined };

export default async function ForgottenPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const { sent } = await searchParams;
  return (
    <OfficePage crumbs={[{ href: "/sign-in", label: "Sign in" }]}>
      <OfficeHead title="Set a new password">We send you a link that opens once, within an hour.</OfficeHead>
      {sent ? (
        <Notice tone="done" title="Look into your mailbox" status>
          <p>
            If an account opens with that address, a message is on its way to it. If none comes within ten minutes, ask
            the administrator whether you have an account.
          </p>
        </Notice>
      ) : (
        <PlainForm
          action={forgottenAction}
          fields={[{ kind: "line", name: "email", label: "E-mail address", type: "email", autoComplete: "username" }]}
          button="Send me a link"
          notDone="Not sent"
        />
      )}
    </OfficePage>
  );
}
