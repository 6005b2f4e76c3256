import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GroupTag } from "@/app/_lib/state-tag";
import { readScope } from "@/domain/access/read-scope";
import { formatWord } from "@/domain/bodies/body-words";
import { formatDate } from "@/domain/calendar/plain-date";
import { type ListedGroup, listGroups, listParents } from "@/server/review-groups/queries";
import { LinkButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Gap } from "@/ui/gap";
import { OfficeHead, OfficePage, OfficeSection } from "@/ui/page";
import { Cell, Row, RowHead, Table, TableRows } from "@/ui/table";
import { officePage } from "../../_lib/office-page";
import { groupAddress } from "./group-places";

export const metadata: Metadata = { title: "Review groups" };

export default officePage(async (person) => {
  const scope = readScope(person);
  if (!scope.inside) notFound();
  const [groups, parents] = await Promise.all([listGroups(scope), listParents(person)]);
  const committees = new Map(groups.map(({ parent }) => [parent.slug, parent]));
  return (
    <OfficePage>
      <OfficeHead
        title="Review groups"
        actions={parents.length > 0 ? <LinkButton href="/office/groups/new">Propose a group</LinkButton> : undefined}
      >
        What a committee sets up to look into something for it. A group that is only proposed is seen inside; the public
        sees it from the day the committee sets it up.
      </OfficeHead>
      {[...committees.values()].map(({ slug, name }) => {
        const own = groups.filter(({ parent }) => parent.slug === slug);
        return (
          <OfficeSection key={slug} id={slug} title={name} aside={String(own.length)}>
            <Groups groups={own} labelledBy={slug} />
          </OfficeSection>
        );
      })}
      {groups.length === 0 ? (
        <Empty what="No groups yet.">They are listed here from the day they are proposed.</Empty>
      ) : null}
    </OfficePage>
  );
});

function Groups({ groups, labelledBy }: { groups: readonly ListedGroup[]; labelledBy: string }) {
  return (
    <Table
      labelledBy={labelledBy}
      columns={[
        { key: "group", head: "Group", width: "w-[40%]" },
        { key: "format", head: "Format", width: "w-[24%]" },
        { key: "ends", head: "Ends", width: "w-[18%]" },
        { key: "state", head: "State" },
      ]}
    >
      <TableRows>
        {groups.map(({ id, status, format, endsOn, body }) => (
          <Row key={id}>
            <RowHead>
              <a href={groupAddress(body.slug)}>{body.name}</a>
            </RowHead>
            <Cell label="Format">{formatWord(format)}</Cell>
            <Cell label="Ends">{endsOn ? formatDate(endsOn) : <Gap>Not given</Gap>}</Cell>
            <Cell label="State">
              <GroupTag status={status} />
            </Cell>
          </Row>
        ))}
      </TableRows>
    </Table>
  );
}
