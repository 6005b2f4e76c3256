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
