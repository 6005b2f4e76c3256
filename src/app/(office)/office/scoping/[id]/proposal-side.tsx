import { londonTime } from "@/domain/calendar/london-time";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { scopingWorkflow } from "@/domain/scoping/scoping-workflow";
import type { HistoryLine } from "@/server/scoping/history";
import type { ProposalPage } from "@/server/scoping/queries";
import { History } from "@/ui/history";
import { LinkList } from "@/ui/list";
import { OfficeSection } from "@/ui/page";

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
    "Those who write it, the committee’s chair and vice-chair, and democratic services. Its members, once it is put forward; the public, once it is on an agenda.",
  members: "Democratic services and the committee’s members. The public, once it is on an agenda.",
  inside: "Everybody with a seat or a post in the council.",
  public: "Everybody.",
};

/** What happened to it, as far as that is open to the reader, and its versions. */
export function ProposalHistory({
  proposal,
  personId,
  today,
}: {
  proposal: ProposalPage;
  personId: string;
  today: PlainDate;
}) {
  const { history, versions, id } = proposal;
  if (history.length === 0 && versions.length === 0) return null;
  return (
    <OfficeSection id="history" title="History">
      {versions.length > 0 ? (
        <LinkList>
          {versions.map(({ number }) => (
            <a key={number} href={`/office/scoping/${id}/versions/${number}`}>
              Version {number}, as it was put forward
            </a>
          ))}
        </LinkList>
      ) : null}
      <History
        stacked
        entries={together(history).map((line) => ({
          key: line.id,
          dateTime: line.recordedAt.toISOString(),
          when: `${line.happenedOn === today ? "Today" : formatDate(line.happenedOn)}, ${formatTime(londonTime(line.recordedAt))}`,
          what: `${line.actorId === personId ? "You" : line.actorName} ${wordsFor(line, proposal)}`,
          ...(line.authority && { authority: line.authority.kind === "import" ? "import" : line.authority.statement }),
        }))}
      />
    </OfficeSection>
  );
}

/** Saving every few minutes is one event to whoever reads the history. */
function together(history: readonly HistoryLine[]): HistoryLine[] {
  const lines: HistoryLine[] = [];
  for (const line of history) {
    const later = lines.at(-1);
    const continues =
      later?.verb === "save" &&
      line.verb === "save" &&
      later.actorId === line.actorId &&
      later.recordedAt.getTime() - line.recordedAt.getTime() < 3_600_000;
    if (later && continues)
      lines[lines.length - 1] = { ...later, fields: [...new Set([...later.fields, ...line.fields])] };
    else lines.push(line);
  }
  return lines;
}

function wordsFor({ verb, fields, reason }: HistoryLine, { content }: ProposalPage): string {
  const because = reason ? ` Reason: ${reason}` : "";
  switch (verb) {
    case "start":
      return "began it.";
    case "import":
      return "loaded it as it was found.";
    case "save":
      return `changed ${labelsOf(fields, content).join(", ") || "it"}.`;
    case "putForward":
      return `put it forward.${because}`;
    case "withdraw":
      return `withdrew it.${because}`;
    case "redraft":
      return `took it up again as a draft.${because}`;
    default: {
      const transition = scopingWorkflow.transitions[verb as keyof typeof scopingWorkflow.transitions];
      return `took the step “${transition?.label ?? verb}”.${because}`;
    }
  }
}

const OURS: Readonly<Record<string, string>> = {
  endsOn: "the day it ends",
  inForceOn: "the day it takes effect",
  topics: "the topics it takes in",
};

const labelsOf = (fields: readonly string[], { template }: ProposalPage["content"]): string[] =>
  fields.map((name) => OURS[name] ?? template.fields.find(({ field }) => field === name)?.label.toLowerCase() ?? name);
