import type { Metadata } from "next";
import { cameFrom } from "@/server/auth/came-from";
import { OfficeHead, OfficePage } from "@/ui/page";
import { PlainForm } from "../plain-form";
import { codeAction } from "./actions";

export const metadata: Metadata = { title: "Code" };

type Asked = { [name: string]: string | string[] | undefined };

export default async function CodePage({ searchParams }: { searchParams: Promise<Asked> }) {
  const { from } = await searchParams;
  return (
    <OfficePage crumbs={[{ href: "/sign-in", label: "Sign in" }]}>
      <OfficeHead title="Your code">
        Your password is right. Write the six digits that your app shows, or one of your recovery codes.
      </OfficeHead>
      <PlainForm
        action={codeAction}
        hidden={{ from: cameFrom(from) }}
        fields={[{ kind: "line", name: "code", label: "Code", autoComplete: "one-time-code" }]}
        button="Sign in"
        notDone="Not signed in"
        gone="Ten minutes are over: sign in with your password again."
      />
    </OfficePage>
  );
}
