import type { Metadata } from "next";
import { connection } from "next/server";
import { site } from "@/app/_lib/site";
import { inLanguage } from "@/app/(public)/_lib/language";
import { PublicFrame } from "@/app/(public)/_lib/public-frame";
import { issueToken } from "@/server/public-forms/showing-token";
import { Bullets } from "@/ui/bullets";
import { Columns, Main, PageHead, PublicPage, Section, Side } from "@/ui/page";
import { SuggestionForm } from "./suggestion-form";

type Props = { params: Promise<{ lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await inLanguage(params);
  return { title: { absolute: `Suggest a topic – ${(await site()).council.name} scrutiny` } };
}

/** The one page of the public site that is made anew for each request: the token in its form is for one person. */
export default async function SuggestPage({ params }: Props) {
  await connection();
  await inLanguage(params);
  const { council } = await site();
  return (
    <PublicFrame section="/topics">
      <PublicPage crumbs={[{ href: "/topics", label: "Topics" }]}>
        <Columns>
          <PageHead
            title="Suggest a topic"
            lead="Scrutiny looks into what matters to people here, and says what should change. Anybody can suggest what it should look into."
          />
          <Side labelledBy="next">
            <Section id="next" title="What happens to it">
              <Bullets>
                <span key="read">Democratic services read it and look for topics like it.</span>
                <span key="placed">
                  If it is for scrutiny, it is given to the committee whose remit it is, and published under{" "}
                  <a href="/topics">Topics</a>.
                </span>
                <span key="decided">The committee decides whether to take it up, and says why not if it does not.</span>
                <span key="else">
                  A complaint about one case is passed to those who handle complaints, and is not published.
                </span>
              </Bullets>
            </Section>
          </Side>
          <Main>
            <SuggestionForm token={issueToken()} council={council.name} />
          </Main>
        </Columns>
      </PublicPage>
    </PublicFrame>
  );
}
