import type { SeatRole } from "@/domain/access/actor";
import { formatDate } from "@/domain/calendar/plain-date";
import { Empty } from "@/ui/empty";
import { Facts } from "@/ui/facts";
import { OfficeSection } from "@/ui/page";
import { ROLES } from "../../bodies/kinds";
import { Named } from "../../named";

type Seat = { id: string; role: SeatRole; from: string; until: string | null; body: { name: string; slug: string } };

/** Where somebody sits and sat; each is ended, and another added, with its body. */
export function SeatsPanel({ seats }: { seats: readonly Seat[] }) {
  return (
    <OfficeSection id="seats" title="Seats">
      {seats.length === 0 ? (
        <Empty what="No seats.">A seat is added with its body.</Empty>
      ) : (
        <Facts named>
          {seats.map(({ id, role, from, until, body }) => (
            <Named
              key={id}
              title={body.name}
              href={`/office/settings/bodies/${body.slug}/seats`}
              meta={`${ROLES[role]}, from ${formatDate(from)}${until ? ` until ${formatDate(until)}` : ""}`}
            />
          ))}
        </Facts>
      )}
    </OfficeSection>
  );
}
