import type { ReactNode } from "react";
import { site } from "@/app/_lib/site";
import { formatFullDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { CouncilCrest, Crest } from "@/ui/crest";
import { DemoBanner } from "@/ui/demo-banner";
import { Footer } from "@/ui/footer";
import { Masthead } from "@/ui/masthead";
import { SkipLink } from "@/ui/skip-link";

const SECTIONS = [
  { href: "/", label: "What is on" },
  { href: "/committees", label: "Committees" },
  { href: "/work-programme", label: "Work programme" },
  { href: "/recommendations", label: "Recommendations" },
  { href: "/topics", label: "Topics" },
  { href: "/forward-plan", label: "Forward plan" },
] as const;

export type SectionHref = (typeof SECTIONS)[number]["href"];

/** What stands around every public page. `section` is the part of the site the reader is in. */
export async function PublicFrame({ section, children }: { section?: SectionHref | undefined; children: ReactNode }) {
  const { council, clock } = await site();
  return (
    <>
      <link rel="stylesheet" href={council.stylesheet} precedence="council" />
      <SkipLink />
      {clock.demonstration ? (
        <DemoBanner now={`${formatFullDate(clock.date)}, ${formatTime(clock.time)}`} aboutHref="/demonstration" />
      ) : null}
      <Masthead
        council={council.name}
        crest={council.hasCrest ? <CouncilCrest /> : <Crest />}
        links={SECTIONS.map((link) => ({ ...link, current: link.href === section }))}
        signIn={{ href: "/sign-in", label: "Sign in" }}
      />
      {children}
      <Footer
        links={[
          { href: "/topics/suggest", label: "Suggest a topic" },
          { href: "/accessibility", label: "Accessibility" },
        ]}
      >
        {[council.name, council.address].filter(Boolean).join(", ")}. All times are UK times.
      </Footer>
    </>
  );
}
