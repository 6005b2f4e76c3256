import type { ReactNode } from "react";
import { Notice } from "@/ui/notice";

/** Above a page that answers a form sent without script, where somebody else was first: the form may not be on it any more. */
export function Overtaken({ children }: { children: ReactNode }) {
  return (
    <div className="wrap pt-5">
      <Notice tone="stop" id="overtaken" title="Nothing was changed">
        <p>{children}</p>
      </Notice>
    </div>
  );
}
