"use client";

import { Button } from "@/ui/button";
import { BrokenPage } from "./_lib/broken-page";

export default function OfficeError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <BrokenPage
      reference={error.digest}
      again={
        <Button type="button" onClick={reset}>
          Try again
        </Button>
      }
    />
  );
}
