import { momentWords } from "@/app/_lib/day";
import type { PlainDate } from "@/domain/calendar/plain-date";
import type { PublicationDesk } from "@/server/meetings/publication-desk";
import { Meta } from "@/ui/meta";
import { OfficeSection } from "@/ui/page";
import { Cell, Row, RowHead, Table, TableRows } from "@/ui/table";

/** What anybody could read, each time it changed: kept as it was, with the hash that shows it. */
export function VersionsPanel({ versions, today }: { versions: PublicationDesk["versions"]; today: PlainDate }) {
  if (versions.length === 0) return null;
  return (
    <OfficeSection id="versions" title="What was public, and since when" aside={String(versions.length)}>
      <Meta className="mt-1">
        Each is kept as it was and never changed. Its SHA-256 shows that to anybody who has a copy.
      </Meta>
      <Table
        labelledBy="versions"
        columns={[
          { key: "number", head: "Version", width: "w-[14%]" },
          { key: "at", head: "Public since", width: "w-[28%]" },
          { key: "hash", head: "SHA-256" },
        ]}
      >
        <TableRows>
          {versions.map(({ number, publishedAt, hash, isClosed }) => (
            <Row key={number}>
              <RowHead>{number}</RowHead>
              <Cell label="Public since">
                {momentWords(publishedAt, today)}
                {isClosed ? <Meta as="div">Closed: a paper that it names was taken down.</Meta> : null}
              </Cell>
              <Cell label="SHA-256">
                <code className="break-all text-note">{hash}</code>
              </Cell>
            </Row>
          ))}
        </TableRows>
      </Table>
    </OfficeSection>
  );
}
