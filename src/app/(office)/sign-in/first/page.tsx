import type { Metadata } from "next";
import { findToken } from "@/server/auth/links";
import { Notice } from "@/ui/notice";
import { OfficeHead, OfficePage } from "@/ui/page";
import { PlainForm } from "../plain-form";
import { firstAdministratorAction } from "./actions";

export const metadata: Metadata = { title: "The first administrator", referrer: "same-origin" };

type Asked = { [name: string]: string | string[] | undefined };

export default async function FirstAdministratorPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const { key } = await searchParams;
  const opens = typeof key === "string" && (await findToken(["first_administrator"], key)) !== null;
  return (
    <OfficePage>
      <OfficeHead title="The first administrator">
        This makes the first account of a new site. Whoever holds it adds bodies, people and their accounts.
      </OfficeHead>
      {opens && typeof key === "string" ? (
        <PlainForm
          action={firstAdministratorAction}
          hidden={{ key }}
          fields={[
            { kind: "line", name: "council", label: "The council’s name" },
            { kind: "line", name: "name", label: "Your name", autoComplete: "name" },
            { kind: "line", name: "email", label: "Your e-mail address", type: "email", autoComplete: "username" },
            {
              kind: "line",
              name: "password",
              label: "Password",
              hint: "At least 12 characters: three or four words will do",
              type: "password",
              autoComplete: "new-password",
            },
          ]}
          button="Make the account"
          notDone="Not made"
          gone="This link opens nothing any more. Start the site again: while there is no account it prints a new one."
        />
      ) : (
        <Notice tone="warn" title="This link opens nothing any more">
          <p>It opens once, within a day. While there is no account, each start of the site prints a new one.</p>
        </Notice>
      )}
    </OfficePage>
  );
}
