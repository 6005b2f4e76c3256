import type { FormValues } from "@/app/_lib/form-values";
import { advice } from "@/domain/scoring/scoring";
import { range } from "@/domain/scoring/scoring-method";
import type { Spread, TopicScoring } from "@/server/topics/scoring";
import { Gap } from "@/ui/gap";
import { OfficeSection } from "@/ui/page";
import { Cell, Row, RowHead, Table, TableRows } from "@/ui/table";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { ScoreForm } from "./score-form";

/** One's own marks, and what all of them come to, once one may know. */
export function ScoresSection({
  id,
  slug,
  scoring,
  onceKey,
  kept,
}: {
  id: string;
  slug: string;
  scoring: TopicScoring;
  onceKey: string;
  kept: FormValues | undefined;
}) {
  const { method, mayScore, capacity, own, closed, count, shown } = scoring;
  const have = `${count} ${count === 1 ? "person has" : "people have"} scored`;
  return (
    <OfficeSection id="scores" title="Scores" aside={`${method.name}${closed ? ", closed" : ""}`}>
      {shown ? (
        <>
          <p className="py-2">{inWords(scoring)}</p>
          <SpreadTable shown={shown} />
        </>
      ) : (
        <p className="py-2">
          {count === 0 ? "Nobody has scored this topic yet." : `${have}. `}
          {count > 0 && mayScore ? "You see what they gave once you have scored." : null}
        </p>
      )}
      {mayScore ? (
        <details open={own === null || kept !== undefined} className="py-2">
          <summary className="font-semibold">{own ? "Your marks" : "Score it"}</summary>
          {capacity === "officer" ? (
            <p className="pt-2 text-ink-2">Officers’ marks are shown apart from those of the committee.</p>
          ) : null}
          <ScoreForm
            id={id}
            slug={slug}
            version={own?.version ?? 0}
            criteria={method.criteria}
            marks={own?.marks ?? {}}
            onceKey={onceKey}
            kept={kept}
          />
        </details>
      ) : null}
    </OfficeSection>
  );
}

/** "3 people have scored: 8.3 of at most 11. From 8 on a topic is worth taking." */
function inWords({ method, count, shown, closed }: TopicScoring) {
  if (!shown) return null;
  const { total, threshold, vetoed, incomplete } = shown.result;
  const advised = advice(shown.result);
  return (
    <>
      {count} {count === 1 ? "person has" : "people have"} scored
      {total === null ? "" : `: ${total} on average, of at most ${range(method).most}`}.{" "}
      {threshold === null ? "The method has no threshold. " : `From ${threshold} on a topic is worth taking. `}
      {vetoed ? <b>A criterion rules it out. </b> : null}
      {advised === "take" ? "The score speaks for it. " : advised === "leave" ? "The score speaks against it. " : null}
      {incomplete > 0 ? (
        <Gap>
          {incomplete === 1 ? "One person has" : `${incomplete} people have`} not marked everything, and{" "}
          {incomplete === 1 ? "is" : "are"} left out of the sum.{" "}
        </Gap>
      ) : null}
      {closed ? null : "The committee decides, not the score."}
    </>
  );
}

function SpreadTable({ shown }: { shown: NonNullable<TopicScoring["shown"]> }) {
  return (
    <Table
      labelledBy="scores"
      columns={[
        { key: "criterion", head: "Criterion", width: "w-[40%]" },
        { key: "members", head: "The committee" },
        { key: "officers", head: "Officers" },
      ]}
    >
      <TableRows>
        {shown.lines.map(({ key, label, members, officers }) => (
          <Row key={key}>
            <RowHead>{label}</RowHead>
            <Cell label="The committee">
              <Marks spread={members} />
            </Cell>
            <Cell label="Officers">
              <Marks spread={officers} />
            </Cell>
          </Row>
        ))}
      </TableRows>
    </Table>
  );
}

/** "1.7, from 1 to 2" */
function Marks({ spread }: { spread: Spread }) {
  if (!spread) return <VisuallyHidden>None</VisuallyHidden>;
  const { mean, least, most } = spread;
  return least === most ? mean : `${mean}, from ${least} to ${most}`;
}
