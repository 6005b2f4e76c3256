import type { MinuteItem } from "@/server/minutes/queries";

type Decided = MinuteItem["decisions"][number];

/** "Resolved", "Recommended to Cabinet": the council's verb, and to whom. */
export function decisionVerb({ verb, recommendations }: Decided): string {
  const recipients = new Set(
    recommendations.flatMap(({ clauses }) =>
      clauses.flatMap(({ recipient, recipientName }) => recipient?.shortName ?? recipientName ?? []),
    ),
  );
  return recipients.size > 0 ? `${verb} to ${[...recipients].join(", ")}` : verb;
}
