import type { BodyKind, PostKind, SeatRole } from "@/domain/access/actor";
import type { Lead } from "./scoping-proposal";

type Held = { bodyId: string; role: SeatRole; body: { kind: BodyKind } };

/** Seats whose holders lead a review. Co-opted members advise on it; they do not answer for it to the council. */
const LEADING: readonly SeatRole[] = ["chair", "vice_chair", "member"];

/** A person with what their seats of today make them, if they were to lead a review for this body. */
export const leadFrom = (
  { id, name, seats }: { id: string; name: string; seats: readonly Held[] },
  bodyId: string,
): Lead => ({
  personId: id,
  name,
  sitsOnBody: seats.some((seat) => seat.bodyId === bodyId && LEADING.includes(seat.role)),
  sitsOnExecutive: seats.some(({ body, role }) => body.kind === "executive" && role !== "support_officer"),
});

/** Posts whose holders may be the officer of a review: not those who serve the executive, nor whoever runs the system. */
export const OFFICER_POSTS: readonly PostKind[] = [
  "officer",
  "director",
  "democratic_services",
  "scrutiny_officer",
  "proper_officer",
];
