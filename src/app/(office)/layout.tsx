import type { Metadata } from "next";
import type { ReactNode } from "react";
import { site } from "@/app/_lib/site";
import { formatFullDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { capacityOf } from "@/server/auth/capacity";
import { currentSignIn } from "@/server/auth/session";
import { PlainButton } from "@/ui/button";
import { CouncilCrest, Crest } from "@/ui/crest";
import { DemoBanner } from "@/ui/demo-banner";
import { Footer } from "@/ui/footer";
import { SkipLink } from "@/ui/skip-link";
import { OfficeHeader } from "./office-header";
import { placesOf } from "./places";

/** Each title ends in whose office it is, so that who works for two councils tells their tabs apart. */
export async function generateMetadata(): Promise<Metadata> {
  const whose = `Scrutiny office – ${(await site()).council.name}`;
  return { title: { template: `%s – ${whose}`, default: whose } };
}

/** What stands around every page of the office, and around the way in. It shows; each page asks for itself who may see it. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const [signedIn, { council, clock }] = await Promise.all([currentSignIn(), site()]);
  const capacity = signedIn && capacityOf(signedIn, council.labels);
  return (
    <div className="office">
      <link rel="stylesheet" href={council.stylesheet} precedence="council" />
      <SkipLink />
      {clock.demonstration ? (
        <DemoBanner now={`${formatFullDate(clock.date)}, ${formatTime(clock.time)}`} aboutHref="/demonstration" />
      ) : null}
      <OfficeHeader
        council={council.shortName}
        crest={council.hasCrest ? <CouncilCrest /> : <Crest />}
        person={signedIn ? [...new Set([signedIn.person.name, capacity])].filter(Boolean).join(", ") : "Not signed in"}
        tabs={signedIn ? placesOf(signedIn.person).map(({ href, label }) => ({ href, label })) : []}
      >
        <a href="/">Public site</a>
        {signedIn ? (
          <form method="post" action="/sign-out">
            <PlainButton>Sign out</PlainButton>
          </form>
        ) : null}
      </OfficeHeader>
      {children}
      <Footer links={[{ href: "/accessibility", label: "Accessibility" }]}>
        {council.name}. All times are UK times.
      </Footer>
    </div>
  );
}
