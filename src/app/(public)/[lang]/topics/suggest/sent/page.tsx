import { Bullets } from "@/ui/bullets";
import { Notice } from "@/ui/notice";
import { PageHead, PublicPage, Section } from "@/ui/page";
import { PublicFrame } from "../../../../_lib/public-frame";
import { publicMetadata, publicPage } from "../../../../_lib/public-page";

export const generateMetadata = publicMetadata(async () => ({ title: "Suggestion sent", robots: { index: false } }));

/** After a suggestion: what happens next. It is the same for everybody, and says nothing of what was sent. */
export default publicPage(async () => (
  <PublicFrame section="/topics">
    <PublicPage crumbs={[{ href: "/topics", label: "Topics" }]}>
      <PageHead title="Thank you for your suggestion" />
      <div className="mt-6">
        <Notice tone="done" title="Democratic services have it" status>
          <p>It is not public yet.</p>
        </Notice>
      </div>
      <Section id="next" title="What happens next">
        <Bullets>
          <span key="read">Democratic services read it and look for topics like it.</span>
          <span key="placed">
            If it is for scrutiny, it is given to the committee whose remit it is. From then on it is under{" "}
            <a href="/topics">Topics</a>, with everything that becomes of it.
          </span>
          <span key="decided">The committee decides whether to take it up, and says why not if it does not.</span>
          <span key="told">
            If you asked to hear from us, you are told at the address you gave, which nobody else sees.
          </span>
        </Bullets>
        <p className="mt-4">
          <a href="/topics/suggest">Suggest another topic</a>
        </p>
      </Section>
    </PublicPage>
  </PublicFrame>
));
