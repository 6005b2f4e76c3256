import { Fact, Facts } from "@/ui/facts";
import { OfficeSection } from "@/ui/page";
import { SettingsForm } from "../../settings-form";
import { changeAccountAction, inviteAction } from "./actions";

type Account = {
  id: string;
  email: string;
  version: number;
  disabled: boolean;
  hasPassword: boolean;
  hasOpenId: boolean;
  hasSecondFactor: boolean;
  sessions: number;
};

type Person = {
  id: string;
  slug: string;
  name: string;
  contact: { email: string | null } | null;
  mergedInto: object | null;
  account: Account | null;
};

/** How somebody signs in, for the administrator: invite, disable, end their sign-ins. Nobody's password is ever shown or set here. */
export function AccountPanel({ person }: { person: Person }) {
  const { account } = person;
  return (
    <OfficeSection id="account" title="Signing in">
      {account ? (
        <>
          <Facts>
            <Fact term="E-mail address">{account.email}</Fact>
            <Fact term="State">
              {account.disabled ? "Disabled" : account.hasPassword || account.hasOpenId ? "Open" : "Invited"}
            </Fact>
            <Fact term="Second factor">{account.hasSecondFactor ? "Set up" : "Not set up"}</Fact>
            <Fact term="Council account">{account.hasOpenId ? "Linked" : "Not linked"}</Fact>
            <Fact term="Signed in on">{account.sessions === 1 ? "1 device" : `${account.sessions} devices`}</Fact>
          </Facts>
          {stepsOf(account).map(([step, button]) => (
            <SettingsForm
              key={step}
              action={changeAccountAction}
              prefix={`account-${step.replaceAll(" ", "-")}`}
              hidden={{ id: account.id, slug: person.slug, step }}
              version={account.version}
              onceKey={crypto.randomUUID()}
              fields={[]}
              button={button}
              second
              notDone="Not done"
            />
          ))}
        </>
      ) : person.mergedInto ? (
        <p>This record signs in nowhere.</p>
      ) : (
        <SettingsForm
          action={inviteAction}
          prefix="invite"
          hidden={{ id: person.id, slug: person.slug }}
          onceKey={crypto.randomUUID()}
          fields={[
            {
              kind: "line",
              name: "email",
              label: "E-mail address",
              hint: "The invitation goes there, and they sign in with it",
              type: "email",
              value: person.contact?.email ?? "",
            },
          ]}
          button={`Invite ${person.name}`}
          notDone="Not invited"
        />
      )}
    </OfficeSection>
  );
}

function stepsOf({ disabled, hasSecondFactor, hasOpenId, sessions }: Account): [string, string][] {
  if (disabled) return [["enable", "Enable the account"]];
  return [
    ["invite again", "Send a new link to set a password"],
    ...(sessions > 0 ? ([["end sessions", "Sign them out everywhere"]] as [string, string][]) : []),
    ...(hasSecondFactor ? ([["reset second factor", "Take the second factor off"]] as [string, string][]) : []),
    ...(hasOpenId ? ([["unlink openid", "Unlink the council account"]] as [string, string][]) : []),
    ["disable", "Disable the account"],
  ];
}
