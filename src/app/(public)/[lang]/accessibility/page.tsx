import { site } from "@/app/_lib/site";
import { PageHead, PublicPage, Section } from "@/ui/page";
import { PublicFrame } from "../../_lib/public-frame";
import { publicMetadata, publicPage } from "../../_lib/public-page";

export const generateMetadata = publicMetadata(async () => ({ title: "Accessibility" }));

/** The statement asked for by the Public Sector Bodies Accessibility Regulations 2018. */
export default publicPage(async () => {
  const { council, clock } = await site();
  return (
    <PublicFrame>
      <PublicPage>
        <PageHead
          title="Accessibility"
          lead={`${council.name} wants as many people as possible to be able to use this site.`}
        />
        <Section id="can" title="What you can do here">
          <div className="prose">
            <ul>
              <li>zoom in to 400 % and beyond, and read on a screen of 320 pixels, without scrolling sideways</li>
              <li>use all of it with a keyboard, with a screen reader, and with scripts switched off</li>
              <li>
                change its colours with your browser: it follows your settings for dark, for more contrast and for less
                movement
              </li>
              <li>print any page</li>
            </ul>
          </div>
        </Section>
        <Section id="how" title="How accessible it is">
          <div className="prose">
            <p>
              This site is made to meet the Web Content Accessibility Guidelines version 2.2, level AA. Every page is
              tested against them by a program before each release.
            </p>
            <p>
              Agendas, minutes, reports and programmes are pages, and files come second. Some files were made elsewhere
              and cannot be read with a screen reader; those published before 23 September 2018 are exempt from the
              regulations.
            </p>
          </div>
        </Section>
        <Section id="formats" title="Another format">
          <div className="prose">
            <p>
              Papers can be had in large print, on audio, in Braille or in another language. Write to democratic
              services, {[council.name, council.address].filter(Boolean).join(", ")}, and say which paper and which
              format.
            </p>
          </div>
        </Section>
        <Section id="report" title="When something does not work">
          <div className="prose">
            <p>
              Tell democratic services at the same address which page it was and what you were trying to do. If you are
              not content with the answer, the{" "}
              <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a> can help: the
              Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications)
              (No. 2) Accessibility Regulations 2018.
            </p>
          </div>
        </Section>
        <p className="mt-10 text-note text-ink-2">
          This statement is as of {clock.date.slice(0, 4)} and is looked at again each year.
        </p>
      </PublicPage>
    </PublicFrame>
  );
});
