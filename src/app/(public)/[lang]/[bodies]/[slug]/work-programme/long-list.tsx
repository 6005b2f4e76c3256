import { bodyAddress } from "@/domain/bodies/body-address";
import { formatDate, type PlainDate } from "@/domain/calendar/plain-date";
import { leftOut } from "@/domain/scoping/scoping-proposal";
import { type Progress, STEPS, type Step } from "@/domain/topics/preparation";
import { missingWords, type StepsTaken, stepsOf } from "@/server/programme/long-list";
import type { PublishedItem } from "@/server/programme/published-programme";
import { Gap, Nil } from "@/ui/gap";
import { Section } from "@/ui/page";
import { type StepState, Steps, StepsKey } from "@/ui/steps";
import { Cell, Row, RowHead, Table, TableRows } from "@/ui/table";
import { Tag } from "@/ui/tag";

const NAMES = Object.keys(STEPS) as Step[];
const STATE: Readonly<Record<Progress, StepState>> = { done: "done", in_part: "part", missing: "missing" };

type Waiting = { item: PublishedItem; steps: StepsTaken | null };

/** Topics that wait for a place, with the steps each has still to take. */
export function LongList({ items, today }: { items: readonly PublishedItem[]; today: PlainDate }) {
  const waiting = items.map((item): Waiting => ({ item, steps: stepsOf(item) }));
  return (
    <Section id="long-list" title="Long list" aside={summary(waiting)}>
      <p className="max-w-measure">
        A topic takes five steps before it is scrutinised. A full box is done, a half box is done in part, an open box
        is missing.
      </p>
      <div className="mt-2 mb-3">
        <StepsKey names={NAMES.map((step) => STEPS[step])} />
      </div>
      <Table
        labelledBy="long-list"
        columns={[
          { key: "topic", head: "Topic", width: "w-[30%]" },
          { key: "steps", head: "Five steps", width: "w-[14%]" },
          { key: "missing", head: "Missing", width: "w-[21%]" },
          { key: "now", head: "Where it is now" },
        ]}
      >
        <TableRows>
          {waiting.map((each) => (
            <WaitingRow key={each.item.planned.id} {...each} today={today} />
          ))}
        </TableRows>
      </Table>
    </Section>
  );
}

function WaitingRow({ item, steps, today }: Waiting & { today: PlainDate }) {
  const { planned, topic, purpose } = item;
  return (
    <Row>
      <RowHead>
        {topic ? <a href={`/topics/${topic.slug}`}>{planned.title}</a> : planned.title}
        {purpose ? (
          <>
            <br />
            <span className="text-note font-normal text-ink-2">{purpose}</span>
          </>
        ) : null}
      </RowHead>
      <Cell label="Steps">
        {steps ? (
          <Steps steps={NAMES.map((step) => ({ name: STEPS[step], state: STATE[steps[step]] }))} />
        ) : (
          <Nil>None asked</Nil>
        )}
      </Cell>
      <Cell label="Missing">{steps ? missingWords(item, steps) : <Nil>Nothing</Nil>}</Cell>
      <Cell label="Now">
        <WhereNow item={item} today={today} />
      </Cell>
    </Row>
  );
}

/** Which proposal takes it up, who has it instead, and what is odd about it. */
function WhereNow({ item, today }: { item: PublishedItem; today: PlainDate }) {
  const { topic, proposal, proposalAt, planned } = item;
  if (planned.status === "transferred" || topic?.status === "transferred") {
    return (
      <>
        <Tag tone="quiet" shape="out">
          Handed over
        </Tag>{" "}
        {topic?.receiver ? (
          <>
            To <a href={bodyAddress(topic.receiver)}>{topic.receiver.name}</a>
            {topic.statusOn ? `, on ${formatDate(topic.statusOn)}` : null}.{" "}
          </>
        ) : null}
        {topic?.statusReason}
      </>
    );
  }
  if (topic?.status === "parked") {
    return (
      <>
        <Tag tone="quiet" shape="hold">
          {topic.workedWith ? "With partners" : "Set aside"}
        </Tag>{" "}
        {topic.statusReason}
      </>
    );
  }
  const missed = proposal ? leftOut(proposal) : [];
  return (
    <>
      {proposal ? (
        <>
          {proposal.item === planned.title ? "Proposal" : `Proposal “${proposal.item}”`}
          {proposalAt ? (
            <>
              {" "}
              on {formatDate(proposalAt.date, { leftOutIn: today })},{" "}
              <a href={proposalAt.href}>item {proposalAt.number}</a>
            </>
          ) : null}
          .{" "}
        </>
      ) : (
        `${topic ? `Suggested on ${formatDate(topic.suggestedOn)}. ` : ""}No proposal yet.`
      )}
      {missed.map(({ part }) => (
        <div key={part}>
          <Gap>It leaves out {part.charAt(0).toLowerCase() + part.slice(1)}.</Gap>
        </div>
      ))}
      {planned.executiveDecisions.map(({ title, on, outcome }) => (
        <div key={`${title}${on}`}>
          <Gap>
            {on <= today
              ? `Cabinet has already considered this on ${formatDate(on, { leftOutIn: today })}${outcome ? `: ${outcome}` : "; what it decided is not recorded."}`
              : `Cabinet decides on “${title}” on ${formatDate(on, { leftOutIn: today })}.`}
          </Gap>
        </div>
      ))}
    </>
  );
}

/** "6 topics: 4 wait for steps, 1 handed over, 1 with partners" */
function summary(waiting: readonly Waiting[]): string {
  const asked = waiting.filter(({ steps }) => steps !== null).length;
  const gone = waiting.filter(({ item }) => item.planned.status === "transferred").length;
  const parked = waiting.filter(({ item }) => item.topic?.status === "parked").length;
  const facts = [
    asked > 0 ? `${asked} ${asked === 1 ? "waits" : "wait"} for steps` : "",
    gone > 0 ? `${gone} handed over` : "",
    parked > 0 ? `${parked} with partners` : "",
  ];
  return `${waiting.length} ${waiting.length === 1 ? "topic" : "topics"}: ${facts.filter(Boolean).join(", ")}`;
}
