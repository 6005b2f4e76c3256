import { packLabel } from "@/app/_record/pack-links";
import type { Person } from "@/domain/access/actor";
import { can } from "@/domain/access/permissions";
import { type Readable, readScope } from "@/domain/access/read-scope";
import { type PackProblem, problemWords } from "@/domain/packs/made-pack";
import { listDrafts } from "@/server/forms/drafts";
import type { PacksDesk } from "@/server/packs/queries";
import type { StepField } from "@/server/workflow/step-field";
import { Fact, Facts } from "@/ui/facts";
import { Findings } from "@/ui/findings";
import { OfficeSection } from "@/ui/page";
import { RecordForm } from "../../../../_forms/record-form";
import { officeMeeting } from "../../meeting-places";
import { makePacksAction } from "./actions";

type Meeting = Readable & { id: string; version: number; slug: string; body: { slug: string } };

/** For democratic services: how the packs stand, what is wrong with the papers in them, and how to have them made again. */
export async function PacksPanel({ person, meeting, desk }: { person: Person; meeting: Meeting; desk: PacksDesk }) {
  const here = officeMeeting(meeting.body, meeting);
  const drafts = await listDrafts(readScope(person), meeting.id);
  const isBeingMade = desk.packs.some(({ state, closedAt }) => state !== "made" || closedAt !== null);
  const problems = uniqueProblems(desk);
  return (
    <OfficeSection id="packs" title="Packs">
      <Facts>
        {desk.packs.map((pack) => (
          <Fact key={pack.id} term={pack.kind === "public" ? "Public" : "Restricted"}>
            {standing(pack)}
          </Fact>
        ))}
      </Facts>
      {desk.packs.length === 0 ? <p>None has been made yet.</p> : null}
      {desk.packs.length === 1 && desk.packs[0]?.state === "made" ? (
        <p className="text-note text-ink-2">No paper is restricted, so that one pack is for everybody.</p>
      ) : null}
      {desk.withheld > 0 ? (
        <p className="text-note text-ink-2">
          A paper is withheld from somebody who could read it otherwise: they are given no restricted pack, and read the
          other papers one by one.
        </p>
      ) : null}
      {isBeingMade ? (
        <p>
          <a href={`${here}?packs#packs`}>See whether they are ready</a>
        </p>
      ) : null}
      {problems.length > 0 ? (
        <Findings
          findings={problems.map((problem, index) => ({
            key: String(index),
            severity: "soft",
            what: problemWords(problem),
          }))}
        />
      ) : null}
      {can(person, "meeting.publish", meeting) ? (
        <RecordForm
          action={makePacksAction}
          prefix="packs"
          record={{ id: meeting.id, version: meeting.version }}
          back={`${here}?packs#packs` as `/office/${string}`}
          onceKey={crypto.randomUUID()}
          fields={fieldsOf(desk)}
          kept={drafts.get("meeting/packs")?.values}
          button={desk.packs.length > 0 ? "Make the packs again" : "Make the packs"}
          notDone="Not made"
          second
        />
      ) : null}
    </OfficeSection>
  );
}

const fieldsOf = ({ rightHand }: PacksDesk): StepField[] => [
  {
    kind: "one",
    name: "begins",
    label: "Each paper begins",
    options: [
      { value: "anywhere", label: "on the next page" },
      { value: "right", label: "on a right-hand page, for printing on both sides" },
    ],
    value: rightHand ? "right" : "anywhere",
  },
];

/** What is wrong is wrong in both packs. */
const uniqueProblems = ({ packs }: PacksDesk): PackProblem[] => [
  ...new Map(packs.flatMap(({ problems }) => problems).map((problem) => [problemWords(problem), problem])).values(),
];

function standing({ id, state, closedAt, pages, size }: PacksDesk["packs"][number]) {
  if (closedAt) return "Closed, because a paper in it was taken down or restricted. Another is made.";
  switch (state) {
    case "waiting":
      return "Being made.";
    case "failed":
      return "Not made yet: something went wrong. It is tried again.";
    case "made":
      return <a href={`/packs/${id}`}>{packLabel({ pages: pages ?? 0, size: size ?? 0 })}</a>;
  }
}
