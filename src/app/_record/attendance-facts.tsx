import { Fragment, type ReactNode } from "react";
import { unaccountedFor } from "@/domain/attendance/attendance";
import type { Labels } from "@/domain/bodies/labels";
import type { MinutesPage } from "@/server/minutes/queries";
import { Fact, Facts } from "@/ui/facts";
import { Gap } from "@/ui/gap";

type Attended = MinutesPage["meeting"]["attendance"][number];

/** Who was there, who sent apologies, and who is in no list though they held a seat (LGA 1972 Sch 12 para 40). */
export function AttendanceFacts({ minutes, labels }: { minutes: MinutesPage; labels: Labels }) {
  const { attendance } = minutes.meeting;
  if (attendance.length === 0) return <Gap>Attendance is not recorded</Gap>;

  const roles = new Map(minutes.body.seats.map((seat) => [seat.personId, seat.role]));
  const expected = minutes.body.seats.filter(({ role }) => isExpected(role));
  const missing = unaccountedFor(expected, attendance);
  const of = (...kinds: Attended["kind"][]) => attendance.filter(({ kind }) => kinds.includes(kind));
  const roleWord = (personId: string) => {
    const role = roles.get(personId);
    if (role === "chair") return labels.chair;
    if (role === "vice_chair") return labels.viceChair;
    return role === "education_co_optee" || role === "other_co_optee" ? "co-opted" : undefined;
  };
  const rows: [string, readonly Attended[]][] = [
    ["Present", of("present")],
    ["Substitutes", of("substitute")],
    ["Taking part from elsewhere", of("remote")],
    ["Apologies", of("apologies")],
    ["Absent", of("absent")],
  ];

  return (
    <Facts>
      {rows.map(([term, people]) =>
        people.length > 0 ? (
          <Fact key={term} term={term}>
            <Row>
              {people.map((one) => (
                <Name key={one.id} attended={one}>
                  {words([
                    roleWord(one.personId),
                    one.substituteFor && `for ${one.substituteFor.name}`,
                    one.nameAsPrinted && `printed as ${one.nameAsPrinted}`,
                  ])}
                </Name>
              ))}
            </Row>
          </Fact>
        ) : null,
      )}
      {missing.length > 0 ? (
        <Fact term="Not recorded">
          <Row>
            {missing.map(({ id, personId, person }) => (
              <Fragment key={id}>
                {person.name}
                {words([roleWord(personId)])}
              </Fragment>
            ))}
          </Row>{" "}
          <Gap>In no list</Gap>
        </Fact>
      ) : null}
      {of("in_attendance").length > 0 ? (
        <Fact term="Also attending">
          <Row>
            {of("in_attendance").map((one) => (
              <Name key={one.id} attended={one}>
                {words([one.titleAsPrinted])}
                {one.under ? ` under ${one.under}` : null}
                {one.forMinutes.length > 0 ? `, for ${minuteNumbers(one.forMinutes)}` : null}
                {!one.under && one.forMinutes.length === 0 ? (
                  <span className="text-ink-2"> (no authority recorded)</span>
                ) : null}
              </Name>
            ))}
          </Row>
        </Fact>
      ) : null}
      {of("officer").length > 0 ? (
        <Fact term="Officers">
          <Row>
            {of("officer").map((one) => (
              <Name key={one.id} attended={one}>
                {words([one.titleAsPrinted])}
              </Name>
            ))}
          </Row>
        </Fact>
      ) : null}
    </Facts>
  );
}

function Name({ attended, children }: { attended: Attended; children: ReactNode }) {
  return (
    <>
      {attended.person.name}
      {children}
    </>
  );
}

/** Names one after the other, with a semicolon between them: some carry commas of their own. */
function Row({ children }: { children: readonly ReactNode[] }) {
  return children.map((child, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the names are fixed in their order
    <Fragment key={index}>
      {index > 0 ? "; " : null}
      {child}
    </Fragment>
  ));
}

const words = (facts: readonly (string | null | undefined)[]): ReactNode => {
  const said = facts.filter(Boolean).join(", ");
  return said ? <span className="text-ink-2"> ({said})</span> : null;
};

const minuteNumbers = (numbers: readonly number[]) =>
  numbers.length === 1 ? `minute ${numbers[0]}` : `minutes ${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;

/** Reserves and support officers are expected at no meeting. */
const isExpected = (role: string) => role !== "substitute" && role !== "support_officer";
