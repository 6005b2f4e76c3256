"use client";

import { Actions, Button, LinkButton } from "@/ui/button";
import { Meta } from "@/ui/meta";
import { OfficeHead, OfficePage } from "@/ui/page";

/** What nobody expected. The reference is in the log beside what happened; nothing of that is shown here. */
export default function OfficeError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <OfficePage>
      <OfficeHead title="This page could not be shown">
        The fault is ours, and it is in the log. Nothing was changed by halves. If you had sent a form, go back to it:
        what you typed is there, and sending it again does it once.
      </OfficeHead>
      <Actions>
        <Button type="button" onClick={reset}>
          Try again
        </Button>
        <LinkButton href="/office" second>
          What waits for you
        </LinkButton>
      </Actions>
      {error.digest ? <Meta>Reference: {error.digest}</Meta> : null}
    </OfficePage>
  );
}
