import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProposalTag } from "@/app/_lib/state-tag";
import { readScope } from "@/domain/access/read-scope";
import { bodyAddress } from "@/domain/bodies/body-address";
import { listBodiesToPropose } from "@/server/scoping/choices";
import { type ListedProposal, listProposals } from "@/server/scoping/queries";
import { LinkButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Gap } from "@/ui/gap";
import { Meta } from "@/ui/meta";
import { OfficeHead, OfficePage, OfficeSection } from "@/ui/page";
import { Cell, Row, RowHead, Table, TableRows } from "@/ui/table";
import { officePage } from "../../_lib/office-page";

export const metadata: Metadata = { title: "Scoping" };

export default officePage(async (person) => {
  const scope = readScope(person);
  if (!scope.inside) notFound();
  const [proposals, bodies] = await Promise.all([listProposals(scope), listBodiesToPropose(person)]);
  const drafts = proposals.filter(({ status }) => status === "draft");
  const others = proposals.filter(({ status }) => status !== "draft");
  const committees = new Map(others.map(({ body }) => [body.slug, body]));
  return (
    <OfficePage>
      <OfficeHead
        title="Scoping"
        actions={bodies.length > 0 ? <LinkButton href="/office/scoping/new">Begin a proposal</LinkButton> : undefined}
      >
        What a committee might look into, and how. A draft is seen by those who write it, by the committee’s chair and
        by democratic services; the committee reads it once it is put forward.
      </OfficeHead>
      {drafts.length > 0 ? (
        <OfficeSection id="drafts" title="Being drafted" aside={String(drafts.length)}>
          <Proposals proposals={drafts} labelledBy="drafts" showBody />
        </OfficeSection>
      ) : null}
      {[...committees.values()].map((body) => {
        const own = others.filter((proposal) => proposal.body.slug === body.slug);
        return (
          <OfficeSection
            key={body.slug}
            id={body.slug}
            title={body.name}
            aside={<a href={bodyAddress(body)}>The committee’s page</a>}
          >
            <Proposals proposals={own} labelledBy={body.slug} />
          </OfficeSection>
        );
      })}
      {proposals.length === 0 ? (
        <Empty what="No proposals that you can read.">
          They are listed here once they are put forward to a committee of yours.
        </Empty>
      ) : null}
    </OfficePage>
  );
});

function Proposals({
  proposals,
  labelledBy,
  showBody = false,
}: {
  proposals: readonly ListedProposal[];
  labelledBy: string;
  showBody?: boolean;
}) {
  return (
    <Table
      labelledBy={labelledBy}
      columns={[
        { key: "item", head: "Item", width: "w-[40%]" },
        { key: "member", head: "Lead member", width: "w-[18%]" },
        { key: "officer", head: "Lead officer", width: "w-[18%]" },
        { key: "state", head: "State" },
      ]}
    >
      <TableRows>
        {proposals.map(({ id, title, status, isOwn, leadMember, leadOfficer, body }) => (
          <Row key={id}>
            <RowHead>
              <a href={`/office/scoping/${id}`}>{title || "No name yet"}</a>
              {showBody || isOwn ? (
                <Meta as="div">{[isOwn ? "Yours" : "", showBody ? body.name : ""].filter(Boolean).join(". ")}</Meta>
              ) : null}
            </RowHead>
            <Cell label="Lead member">{leadMember ?? <Gap>Not given</Gap>}</Cell>
            <Cell label="Lead officer">{leadOfficer ?? <Gap>Not given</Gap>}</Cell>
            <Cell label="State">
              <ProposalTag status={status} />
            </Cell>
          </Row>
        ))}
      </TableRows>
    </Table>
  );
}
