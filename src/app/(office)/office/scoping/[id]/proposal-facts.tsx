import type { ReactNode } from "react";
import { formatFullDate } from "@/domain/calendar/plain-date";
import type { ScopingField, TemplateField } from "@/domain/scoping/scoping-template";
import { sectionsOf } from "@/domain/scoping/sections";
import type { ProposalContent, ProseField } from "@/server/scoping/content";
import { Bullets } from "@/ui/bullets";
import { Fact, Facts } from "@/ui/facts";
import { Gap, Nil } from "@/ui/gap";
import { Markdown } from "@/ui/markdown";
import { Prose } from "@/ui/prose";
import { VisuallyHidden } from "@/ui/visually-hidden";

/** Everything a proposal says, field by field, with its gaps. `changeAt` leads back to a part of the form. */
export function ProposalFacts({
  content,
  changeAt,
}: {
  content: ProposalContent;
  changeAt?: ((section: string) => string) | undefined;
}) {
  return (
    <Facts>
      {content.amendments ? (
        <Fact key="amendments" term="What the committee changed">
          <Prose>
            <Markdown level={4}>{content.amendments}</Markdown>
          </Prose>
        </Fact>
      ) : null}
      {sectionsOf(content.template).flatMap(({ key, title, fields }) => {
        const change = (label: string) =>
          changeAt ? (
            <a href={changeAt(key)}>
              Change<VisuallyHidden> {label}</VisuallyHidden>
            </a>
          ) : undefined;
        if (key === "topics")
          return [
            <Fact key={key} term={title} change={change(title)}>
              <Topics topics={content.topics} />
            </Fact>,
          ];
        return fields.map(({ field, label, need }) => (
          <Fact key={field} term={label} change={change(label)}>
            {answerTo(field, content) ?? <Missing need={need} />}
          </Fact>
        ));
      })}
    </Facts>
  );
}

const Missing = ({ need }: Pick<TemplateField, "need">) =>
  need === "optional" ? <Nil>Not given</Nil> : <Gap tone={need === "required" ? "stop" : "warn"}>Not given</Gap>;

function answerTo(field: ScopingField, content: ProposalContent): ReactNode {
  switch (field) {
    case "item":
      return content.title || null;
    case "leadMember":
      return content.leadMember?.name ?? null;
    case "leadOfficer":
      return content.leadOfficer ? (content.leadOfficer.asPrinted ?? content.leadOfficer.name) : null;
    case "linesOfEnquiry":
      return content.linesOfEnquiry.length > 0 ? <Bullets>{content.linesOfEnquiry}</Bullets> : null;
    case "corporatePlanOutcome":
      return content.outcomes.map(({ name }) => name).join(", ") || null;
    case "reportToMeeting":
      return content.reportTo ? formatFullDate(content.reportTo.date) : null;
    case "timescale":
      return timescale(content);
    default:
      return prose(content, field);
  }
}

function timescale(content: ProposalContent): ReactNode {
  const { endsOn, inForceOn } = content;
  const said = prose(content, "timescale");
  if (!endsOn && !inForceOn && !said) return null;
  return (
    <>
      {endsOn ? <p>Ends on {formatFullDate(endsOn)}.</p> : null}
      {inForceOn ? <p>What comes of it takes effect on {formatFullDate(inForceOn)}.</p> : null}
      {said}
    </>
  );
}

function prose({ answers }: ProposalContent, field: ProseField): ReactNode {
  const text = answers[field];
  return text ? (
    <Prose>
      <Markdown level={4}>{text}</Markdown>
    </Prose>
  ) : null;
}

function Topics({ topics }: Pick<ProposalContent, "topics">) {
  if (topics.length === 0) return <Nil>None</Nil>;
  return (
    <Bullets>
      {topics.map(({ id, slug, title, leavesOut }) => (
        <span key={id}>
          <a href={`/topics/${slug}`}>{title}</a>
          {leavesOut.length > 0 ? `; stays behind: ${leavesOut.join(", ")}` : null}
        </span>
      ))}
    </Bullets>
  );
}
