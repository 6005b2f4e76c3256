import type { Metadata } from "next";
import { site } from "@/app/_lib/site";
import { readScope } from "@/domain/access/read-scope";
import { formatDate, formatFullDate } from "@/domain/calendar/plain-date";
import { type WaitingGroup, waitingGroups } from "@/domain/waiting/waiting";
import { listUnseenSelfGrants } from "@/server/people/self-grants";
import { getNextMeeting } from "@/server/waiting/next-meeting";
import { listWaiting } from "@/server/waiting/queries";
import { Empty } from "@/ui/empty";
import { Notice } from "@/ui/notice";
import { Main, OfficeHead, OfficePage, OfficeSplit, Side } from "@/ui/page";
import { officePage } from "../_lib/office-page";
import { Counting } from "./counting";
import { WaitingSection } from "./waiting-list";

export const metadata: Metadata = { title: "What waits" };

export default officePage(async (person) => {
  const scope = readScope(person);
  const { clock, calendar } = await site();
  const asker = { person, scope, today: clock.date, clock, calendar };
  const [waiting, next, grants] = await Promise.all([
    listWaiting(asker),
    getNextMeeting(asker),
    listUnseenSelfGrants(person),
  ]);
  const groups = waitingGroups(waiting, clock.date);
  return (
    <OfficePage>
      <OfficeHead title="What waits for you">
        {formatFullDate(clock.date)}. {summary(groups, clock.date)}
      </OfficeHead>
      {grants.length > 0 ? (
        <Notice tone="warn" title="An administrator has given themselves a seat or a post">
          <p>
            <a href="/office/settings/notices">See what it is</a>, as the proper officer, and say that you have.
          </p>
        </Notice>
      ) : null}
      <OfficeSplit>
        <Main>
          {groups.length > 0 ? (
            groups.map((group) => (
              <WaitingSection
                key={group.kind === "meeting" ? group.meeting.id : group.kind}
                group={group}
                now={clock}
              />
            ))
          ) : (
            <Empty what="Nothing waits for you.">What others put on your desk appears here by itself.</Empty>
          )}
        </Main>
        {next ? (
          <Side labelledBy="counting">
            <Counting next={next} now={clock} />
          </Side>
        ) : null}
      </OfficeSplit>
    </OfficePage>
  );
});

/** "14 things: 2 late or today, 3 this week, 5 for the meeting of 11 October, 4 without a date." */
function summary(groups: readonly WaitingGroup[], today: string): string {
  const all = groups.reduce((sum, { things }) => sum + things.length, 0);
  if (all === 0) return "";
  const things = all === 1 ? "1 thing" : `${all} things`;
  const [only, ...others] = groups;
  if (only && others.length === 0) return `${things} ${wordsOf(only, today)}.`;
  return `${things}: ${groups.map((group) => `${group.things.length} ${wordsOf(group, today)}`).join(", ")}.`;
}

function wordsOf(group: WaitingGroup, today: string): string {
  switch (group.kind) {
    case "now":
      return "late or today";
    case "week":
      return "this week";
    case "meeting":
      return `for the meeting of ${formatDate(group.meeting.date, { leftOutIn: today })}`;
    case "later":
      return "later";
    case "open":
      return "without a date";
  }
}
