import type { ProposalPage } from "@/server/scoping/queries";
import { LinkList } from "@/ui/list";
import { OfficeSection } from "@/ui/page";
import { RecordHistory } from "../../../_lib/record-history";

/** To whom it is open now, and to whom it will be. */
export function Readers({ proposal }: { proposal: ProposalPage }) {
  return (
    <OfficeSection id="readers" title="Who can read it">
      <p className="mt-1">{READERS[proposal.audience]}</p>
    </OfficeSection>
  );
}

const READERS: Record<ProposalPage["audience"], string> = {
  keepers: "Those who write it and democratic services.",
  chair:
    "Those who write it, the committee’s chair and vice-chair, and democratic services. Its members, once it is put forward; the public, once it is on a published agenda.",
  members: "Democratic services and the committee’s members. The public, once it is on a published agenda.",
  inside: "Everybody with a seat or a post in the council.",
  public: "Everybody.",
};

/** As it was each time it was put forward, amended or put before the committee again. */
export function ProposalVersions({ proposal: { id, versions } }: { proposal: ProposalPage }) {
  if (versions.length === 0) return null;
  return (
    <OfficeSection id="versions" title="Versions">
      <LinkList>
        {versions.map(({ number }) => (
          <a key={number} href={`/office/scoping/${id}/versions/${number}`}>
            Version {number}, as it was kept
          </a>
        ))}
      </LinkList>
    </OfficeSection>
  );
}

/** What happened to it, as far as that is open to the reader. */
export function ProposalHistory({ proposal: { history, content } }: { proposal: ProposalPage }) {
  const labels = Object.fromEntries(content.template.fields.map(({ field, label }) => [field, label.toLowerCase()]));
  return <RecordHistory lines={history} verbs={{ start: "began it" }} fields={{ ...labels, ...OURS }} />;
}

const OURS = {
  endsOn: "the day it ends",
  inForceOn: "the day it takes effect",
  topics: "the topics it takes in",
};
