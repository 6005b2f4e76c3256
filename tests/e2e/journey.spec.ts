import { randomUUID } from "node:crypto";
import { gather } from "./support/journey/cast";
import { moveClock } from "./support/journey/clock";
import { answerBoth, close, recommend, serveNotice } from "./support/journey/recommendation";
import { consider, write } from "./support/journey/report";
import { approve, draft, publishMinutes, putOnAgenda, schedule } from "./support/journey/scoping";
import { readAll, score, shortlist, suggest, triage } from "./support/journey/topic";
import { test } from "./support/test";

/** One topic from suggestion to closure. It moves the clock, so it runs when every other test has ended. */
test("a topic goes from the public's suggestion to its closure, and the public reads all of it", async ({ as }) => {
  test.setTimeout(1_200_000);
  const cast = await gather(as);
  const title = `Day centres in Bridport ${randomUUID().slice(0, 8)}`;
  const slug = await test.step("the public suggests it", () => suggest(cast, title));
  const topic = { title, slug };
  await test.step("democratic services triage it", () => triage(cast, topic));
  await test.step("members score it", () => score(cast, topic));
  await test.step("it is shortlisted", () => shortlist(cast));

  const proposal =
    await test.step("an officer drafts its scoping; putting it forward names everything that is missing", () =>
      draft(cast, topic));
  await test.step("it joins the agenda of 11 October as a supplement, with five clear days", () =>
    putOnAgenda(cast, proposal, title));
  await test.step("the clock moves to the meeting", () => moveClock(cast.administrator, "2016-10-11", "14:00"));
  await test.step("it is approved at that meeting, in its minute", () => approve(cast, proposal, title));
  await test.step("its minutes are published in draft", () => publishMinutes(cast));
  const item = await test.step("it gets a place in the programme, on 11 January 2017", () => schedule(cast, title));

  const report = await test.step("its report is drafted and cleared", () => write(cast, title));
  await test.step("the meeting of January has it on its agenda, and takes place", () =>
    consider(cast, item, report, title));

  const recommendation = await test.step("two clauses go to the Cabinet", () => recommend(cast, title));
  await test.step("notice is served, and its last day computed", () => serveNotice(cast, recommendation));
  await test.step("a Cabinet meeting is made, and its support officer records the answers", () =>
    answerBoth(cast, recommendation, slug));
  await test.step("what was promised is done, and the committee closes it at a later meeting", () =>
    close(cast, recommendation, title));
  await test.step("the public reads all of it", () => readAll(cast, topic));
});
