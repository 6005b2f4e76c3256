import type { Metadata } from "next";
import { PageHead, PublicPage } from "@/ui/page";
import { PublicFrame } from "../_lib/public-frame";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFoundPage() {
  return (
    <PublicFrame>
      <PublicPage>
        <PageHead title="Page not found" lead="There is no page at this address, or none that is open to the public." />
        <p>
          Start from <a href="/">what is on</a>, from <a href="/committees">the committees</a> or from{" "}
          <a href="/topics">the topics</a>.
        </p>
      </PublicPage>
    </PublicFrame>
  );
}
