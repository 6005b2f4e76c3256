import type { Labels } from "@/domain/bodies/labels";
import type { MeetingPage } from "@/server/meetings/queries";
import { Fact, Facts } from "@/ui/facts";
import { Gap } from "@/ui/gap";
import { Section } from "@/ui/page";
import { PeopleLinks } from "../../../../../_lib/people-links";

/** Who sits on the body on the day, and who to ask. */
export function MembershipFacts({ meeting, labels }: { meeting: MeetingPage; labels: Labels }) {
  const holding = (...roles: string[]) => meeting.body.seats.filter(({ role }) => roles.includes(role));
  const educationItems = meeting.agenda.filter(({ educationFunction }) => educationFunction);
  const coOpted = holding("education_co_optee");
  const rows = [
    [labels.chair, holding("chair")],
    [labels.viceChair, holding("vice_chair")],
    ["Members", holding("member")],
    ["Substitutes", holding("substitute")],
    ["Co-opted", holding("other_co_optee")],
  ] as const;

  return (
    <Section id="members" title={meeting.body.kind === "scrutiny_committee" ? "Committee" : "Members"}>
      <Facts>
        {rows.map(([term, seats]) =>
          seats.length > 0 ? (
            <Fact key={term} term={term}>
              <PeopleLinks people={seats.map(({ person }) => person)} />
            </Fact>
          ) : null,
        )}
        {coOpted.length > 0 ? (
          <Fact term="Co-opted">
            <PeopleLinks people={coOpted.map(({ person }) => person)} />
            {": they vote on education matters only. "}
            {educationItems.length === 0
              ? meeting.agenda.length > 0 && "No item here is marked as one."
              : `Here: ${educationItems.map(({ number }) => number).join(", ")}.`}
          </Fact>
        ) : null}
        {meeting.body.seats.length === 0 ? (
          <Fact term="Members">
            <Gap>No members are recorded</Gap>
          </Fact>
        ) : null}
        {meeting.clerkAsPrinted ? <Fact term="Clerk">{meeting.clerkAsPrinted}</Fact> : null}
      </Facts>
    </Section>
  );
}
