import { formatDate } from "@/domain/calendar/plain-date";
import type { OfficeTopic, Suggester } from "@/server/topics/office";
import { Fact, Facts } from "@/ui/facts";
import { Gap } from "@/ui/gap";
import { OfficeSection } from "@/ui/page";

/** What a topic says, and where it went. */
export function TopicFacts({ topic }: { topic: OfficeTopic }) {
  const { receiver, transferAcceptedOn, leadMember, leadOfficer, mergedInto, mergedFrom } = topic;
  return (
    <OfficeSection id="topic" title="What it is about">
      <Facts>
        <Fact term="In their words">
          {topic.description ? <Lines text={topic.description} /> : <Gap>Nothing more was said</Gap>}
        </Fact>
        {topic.rationale ? (
          <Fact term="Why it matters">
            <Lines text={topic.rationale} />
          </Fact>
        ) : null}
        <Fact term="Committee">{topic.body?.name ?? <Gap>Not placed yet</Gap>}</Fact>
        {topic.parts.length > 0 ? <Fact term="Its parts">{topic.parts.join("; ")}</Fact> : null}
        {leadMember ? <Fact term="Lead member">{leadMember.name}</Fact> : null}
        {leadOfficer ? <Fact term="Lead officer">{leadOfficer.name}</Fact> : null}
        {mergedInto ? (
          <Fact term="Part of">
            <a href={`/office/topics/${mergedInto.slug}`}>{mergedInto.title}</a>
          </Fact>
        ) : null}
        {mergedFrom.length > 0 ? (
          <Fact term="Takes in">
            {mergedFrom.map(({ slug, title }) => (
              <div key={slug} className="py-1">
                <a href={`/office/topics/${slug}`}>{title}</a>
              </div>
            ))}
          </Fact>
        ) : null}
        {receiver ? (
          <Fact term="Handed to">
            {receiver.name}.{" "}
            {transferAcceptedOn ? `Accepted on ${formatDate(transferAcceptedOn)}.` : <Gap>Not accepted yet.</Gap>}
          </Fact>
        ) : null}
        {topic.statusReason ? (
          <Fact term="Reason">
            <Lines text={topic.statusReason} />
          </Fact>
        ) : null}
      </Facts>
    </OfficeSection>
  );
}

/** For democratic services alone. */
export function SuggesterFacts({ suggester: { name, email, wantsReply } }: { suggester: Suggester }) {
  return (
    <OfficeSection id="suggester" title="Who suggested it" aside="Only democratic services see this">
      <Facts>
        <Fact term="Name">{name ?? "Not given"}</Fact>
        <Fact term="E-mail">{email ? <a href={`mailto:${email}`}>{email}</a> : "Not given"}</Fact>
        <Fact term="Wants to hear">{wantsReply ? "Yes: tell them what becomes of it" : "No"}</Fact>
      </Facts>
    </OfficeSection>
  );
}

/** As it was typed, line by line. */
const Lines = ({ text }: { text: string }) => <span className="whitespace-pre-line">{text}</span>;
