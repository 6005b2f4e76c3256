import { dayWords } from "@/app/_lib/day";
import { Meta } from "@/ui/meta";

type Check = { id: string; askedAt: Date | null; remark: string; saidAt: Date | null; person: { name: string } };

/** What was remarked on a draft minute, and who was asked and has not answered. */
export function Remarks({ checks, today }: { checks: readonly Check[]; today: string }) {
  return checks.map(({ id, askedAt, remark, saidAt, person }) => (
    <div key={id} className="border-line border-t py-2">
      <b className="font-semibold">{person.name}</b>
      {saidAt ? <p className="whitespace-pre-line">{remark}</p> : null}
      <Meta as="div">
        {saidAt ? dayWords(saidAt, today) : askedAt ? `Asked ${dayWords(askedAt, today)}, has not answered yet` : null}
      </Meta>
    </div>
  ));
}
