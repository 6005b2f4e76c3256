import { PageHead, PublicPage } from "@/ui/page";
import { PublicFrame } from "./public-frame";

/** What is not there, and what is not open to the public: the same page. The cache handler knows it by the first line in it. */
export function NoSuchPage() {
  return (
    <PublicFrame>
      <meta name="scrutineer:status" content="404" />
      <PublicPage>
        <PageHead title="Page not found" lead="There is no page at this address, or none that is open to the public." />
        <p className="max-w-measure">
          Start from <a href="/">what is on</a>, from <a href="/committees">the committees</a> or from{" "}
          <a href="/topics">the topics</a>.
        </p>
      </PublicPage>
    </PublicFrame>
  );
}
