import type { ReactNode } from "react";
import { Actions, LinkButton } from "@/ui/button";
import { Meta } from "@/ui/meta";
import { OfficeHead, OfficePage } from "@/ui/page";

/** What nobody expected. The reference stands in the log beside what happened; nothing of that is shown here. */
export function BrokenPage({ reference, again }: { reference: string | undefined; again?: ReactNode }) {
  return (
    <OfficePage>
      <OfficeHead title="This page could not be shown">
        The fault is ours, and it is in the log. Nothing was changed by halves: a form that you sent was carried out
        whole or not at all, and sending it again does it once.
      </OfficeHead>
      <Actions>
        {again}
        <LinkButton href="/office" second>
          What waits for you
        </LinkButton>
      </Actions>
      {reference ? <Meta>Reference: {reference}</Meta> : null}
    </OfficePage>
  );
}
