import { formatDate } from "@/domain/calendar/plain-date";
import type { GroupPage } from "@/server/review-groups/queries";
import { Bullets } from "@/ui/bullets";
import { Fact, Facts } from "@/ui/facts";
import { Gap } from "@/ui/gap";
import { Markdown } from "@/ui/markdown";
import { OfficeSection } from "@/ui/page";
import { Prose } from "@/ui/prose";

/** What the group is, until when, and who sits in it. */
export function GroupFacts({ group: { row, members } }: { group: GroupPage }) {
  const { legalStatus, termsOfReference, body, endsOn, extensions, topics, report, balanced, status } = row;
  return (
    <OfficeSection id="group" title="What it is">
      <Facts>
        <Fact term="Terms of reference">
          {termsOfReference ? (
            <Prose>
              <Markdown level={4}>{termsOfReference}</Markdown>
            </Prose>
          ) : (
            <Gap tone={status === "proposed" ? "stop" : "warn"}>Not given</Gap>
          )}
        </Fact>
        <Fact term="Legal status">
          {legalStatus === "informal"
            ? "Informal. It meets by the committee’s own rules for its groups."
            : "Sub-committee. It meets in public; nobody of the executive sits in it."}
          {legalStatus === "sub_committee" ? ` ${balanceWords(balanced)}` : ""}
        </Fact>
        <Fact term={status === "proposed" ? "Members to be" : "Members"}>
          {members.length > 0 ? (
            <Bullets>
              {members.map(({ personId, name, role, slug, onExecutive }) => (
                <span key={personId}>
                  {slug ? <a href={`/people/${slug}`}>{name}</a> : name}
                  {role === "chair" ? ", chair" : ""}
                  {onExecutive ? ", in the executive" : ""}
                </span>
              ))}
            </Bullets>
          ) : (
            <Gap tone={status === "proposed" ? "stop" : "warn"}>Nobody named</Gap>
          )}
        </Fact>
        <Fact term="Topics">
          {topics.length > 0 ? (
            <Bullets>
              {topics.map(({ id, slug, title }) => (
                <a key={id} href={`/office/topics/${slug}`}>
                  {title}
                </a>
              ))}
            </Bullets>
          ) : (
            <Gap>None named</Gap>
          )}
        </Fact>
        {body.from ? <Fact term="Set up">{formatDate(body.from)}</Fact> : null}
        <Fact term={body.until ? "It ended on" : "It ends on"}>
          {(body.until ?? endsOn) ? formatDate(body.until ?? endsOn ?? "") : <Gap>Not given</Gap>}
          {extensions.length > 0
            ? `, extended ${extensions.length === 1 ? "once" : `${extensions.length} times`} by the committee`
            : ""}
        </Fact>
        {report ? (
          <Fact term="It reported with">
            <a href={`/reports/${report.slug}`}>{report.title}</a>
          </Fact>
        ) : null}
      </Facts>
    </OfficeSection>
  );
}

const balanceWords = (balanced: boolean | null): string =>
  balanced === null
    ? "Its political balance has not been worked out."
    : balanced
      ? "Its seats follow the political balance, or the council set that aside."
      : "Its seats do not follow the political balance.";
