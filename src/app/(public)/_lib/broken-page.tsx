import { PageHead, PublicPage } from "@/ui/page";

/** What nobody expected; perhaps not even the council's name could be read. The reference stands in the log beside what happened. */
export function BrokenPage({ reference }: { reference: string }) {
  return (
    <>
      <meta name="scrutineer:status" content="500" />
      <PublicPage>
        <PageHead
          title="This page could not be shown"
          lead="The fault is ours, and it is in the log. Try again in a minute."
        />
        <p>
          <a href="/">What is on</a>
        </p>
        <p className="mt-4 text-note text-ink-2">Reference: {reference}</p>
      </PublicPage>
    </>
  );
}
