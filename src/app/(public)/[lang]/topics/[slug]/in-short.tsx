import { bodyAddress } from "@/domain/bodies/body-address";
import { formatDate } from "@/domain/calendar/plain-date";
import type { TopicPage } from "@/server/topics/queries";
import { Fact, Facts } from "@/ui/facts";
import { Gap, Nil } from "@/ui/gap";
import { PeopleLinks } from "../../../_lib/people-links";

/** Who has it, who leads it, by when. */
export function InShort({ topic }: { topic: TopicPage }) {
  const { body, leadMember, leadOfficer, group, workedWith, timescale, programmeItems, status } = topic;
  const isAsked = !["merged", "transferred", "rejected", "parked"].includes(status);
  const targets = programmeItems.flatMap(({ targetEnd }) => targetEnd ?? []).sort();
  const target = targets.at(-1);
  const outcomes = [...new Set(programmeItems.flatMap((item) => item.outcomes.map(({ outcome }) => outcome.name)))];
  return (
    <Facts>
      {body ? (
        <Fact term="Committee">
          <a href={bodyAddress(body)}>{body.shortName}</a>
        </Fact>
      ) : null}
      {leadMember || isAsked ? (
        <Fact term="Lead member">{leadMember ? <PeopleLinks people={[leadMember]} /> : <Gap>Not named</Gap>}</Fact>
      ) : null}
      {leadOfficer || isAsked ? (
        <Fact term="Lead officer">{leadOfficer ? <PeopleLinks people={[leadOfficer]} /> : <Gap>Not named</Gap>}</Fact>
      ) : null}
      {group ? (
        <Fact term="Group">
          <a href={bodyAddress(group.body)}>{group.body.name}</a>
        </Fact>
      ) : null}
      {workedWith ? <Fact term="With">{workedWith}</Fact> : null}
      {timescale ? <Fact term="Timescale">{timescale}</Fact> : null}
      {programmeItems.length > 0 ? (
        <>
          <Fact term="Target">{target ? formatDate(target) : <Nil>To be confirmed</Nil>}</Fact>
          <Fact term="Corporate plan">{outcomes.length > 0 ? outcomes.join(", ") : <Gap>Not given</Gap>}</Fact>
        </>
      ) : null}
    </Facts>
  );
}
