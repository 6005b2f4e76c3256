import type { SeatRole } from "@/domain/access/actor";
import { type Labels, seatWord } from "@/domain/bodies/labels";
import type { SignedIn } from "./sign-in-sessions";

/** Whoever presides is known by that; whoever sits somewhere is known by it before being a member of the council. */
const RANK: Record<SeatRole, number> = {
  chair: 0,
  vice_chair: 1,
  member: 2,
  education_co_optee: 2,
  other_co_optee: 2,
  substitute: 3,
  support_officer: 4,
};

/**
 * As what somebody is signed in, for the office's bar: the title of their post, or else their foremost seat.
 * @returns null for somebody who holds nothing today
 */
export function capacityOf({ titles, seats }: Pick<SignedIn, "titles" | "seats">, labels: Labels): string | null {
  if (titles.length > 0) return titles.join(", ");
  const elsewhere = seats.filter((seat) => seat.bodyKind !== "council");
  const foremost = elsewhere.toSorted((a, b) => RANK[a.role] - RANK[b.role])[0];
  if (foremost) return seatAt(foremost, labels);
  return seats.length > 0 ? "Councillor" : null;
}

/** "Chairman of People and Communities", "Leader"; a word with a remark keeps it: "Co-opted member, voting on education matters, …" */
function seatAt({ role, bodyKind, body }: SignedIn["seats"][number], labels: Labels): string {
  if (bodyKind === "executive" && role === "chair") return labels.executiveChair;
  const word = seatWord(role, labels);
  return word.includes(",") ? `${word}, ${body}` : `${word} of ${body}`;
}
