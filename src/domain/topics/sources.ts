import { type Actor, isCouncillor, isOnExecutive } from "@/domain/access/actor";
import type { TopicSource } from "./topic";

/** Where a topic came from, in words. */
export const TOPIC_SOURCES: Readonly<Record<TopicSource, string>> = {
  member: "Suggested by a member",
  public: "Suggested by the public",
  officer: "Suggested by an officer",
  executive: "Suggested by the executive",
  partner: "Suggested by a partner",
  performance: "Raised by performance figures",
  earlier_review: "Left by an earlier review",
  motion: "A motion",
  petition: "A petition",
  call_for_action: "A councillor’s call for action",
  statutory: "A statutory matter",
  pre_decision: "A decision ahead",
};

/** Where a topic comes from when nobody says otherwise: from whoever suggests it, in the capacity they have. */
export function sourceOf(actor: Actor): TopicSource {
  if (actor.kind !== "person") return "public";
  if (isOnExecutive(actor) || actor.posts.some(({ kind }) => kind === "executive_support")) return "executive";
  if (isCouncillor(actor) || actor.seats.some(({ role }) => role !== "support_officer")) return "member";
  return actor.posts.length > 0 ? "officer" : "public";
}
