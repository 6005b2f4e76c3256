import type { Labels } from "@/domain/bodies/labels";
import type { BodyPage } from "@/server/bodies/queries";
import { Fact, Facts } from "@/ui/facts";
import { Gap } from "@/ui/gap";
import { PeopleLinks } from "../../../_lib/people-links";

/** Who sits on the body now, by their seats; on the executive, with what each answers for. */
export function Members({ body, labels }: { body: BodyPage; labels: Labels }) {
  const { seats, kind } = body;
  if (seats.length === 0) return <Gap>No members are recorded</Gap>;
  const holding = (role: string) => seats.filter((seat) => seat.role === role);
  const withPortfolio = seats.filter(({ portfolio }) => portfolio !== null);
  const without = (role: string) => holding(role).filter(({ portfolio }) => portfolio === null);
  const rows = [
    [kind === "executive" ? labels.executiveChair : labels.chair, without("chair")],
    [labels.viceChair, without("vice_chair")],
    ["Members", without("member")],
    ["Substitutes", without("substitute")],
    ["Co-opted, voting on education matters", holding("education_co_optee")],
    ["Co-opted", holding("other_co_optee")],
    ["Support", holding("support_officer")],
  ] as const;
  return (
    <Facts>
      {rows.map(([term, held]) =>
        held.length > 0 ? (
          <Fact key={term} term={term}>
            <PeopleLinks people={held.map(({ person }) => person)} />
          </Fact>
        ) : null,
      )}
      {withPortfolio.map(({ id, person, portfolio, role }) => (
        <Fact key={id} term={<PeopleLinks people={[person]} />}>
          {role === "chair" ? `${labels.executiveChair}. ` : null}
          {portfolio?.name}
        </Fact>
      ))}
    </Facts>
  );
}
