import { decisionVerb } from "@/domain/minutes/decision-verb";
import type { MinuteItem } from "@/server/minutes/queries";
import { Fact, Facts } from "@/ui/facts";
import { Section } from "@/ui/page";

/** The decisions of a meeting, each leading to its minute; what was only noted in one line. */
export function DecisionsIndex({ items }: { items: readonly MinuteItem[] }) {
  const noted = items.filter(
    ({ decisions }) => decisions.length > 0 && decisions.every(({ kind }) => kind === "noted"),
  );
  const others = items.filter((item) => item.decisions.length > 0 && !noted.includes(item));
  return (
    <Section id="decisions" title="Decisions">
      <Facts>
        {others.map((item) => (
          <Fact
            key={item.id}
            term={item.number === null ? item.headings[0] : <a href={`#minute-${item.number}`}>Minute {item.number}</a>}
          >
            {item.decisions
              .map((decision) => {
                const clauses = decision.recommendations.flatMap((recommendation) => recommendation.clauses).length;
                return `${decisionVerb(decision)}${clauses > 0 ? `, ${clauses} ${clauses === 1 ? "clause" : "clauses"}` : ""}`;
              })
              .join(". ")}
          </Fact>
        ))}
        {noted.length > 0 ? (
          <Fact term={noted.map(({ number, headings }) => number ?? headings[0]).join(", ")}>Noted</Fact>
        ) : null}
      </Facts>
    </Section>
  );
}
