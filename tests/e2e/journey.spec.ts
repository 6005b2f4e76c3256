import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { formatFullDate } from "@/domain/calendar/plain-date";
import { COMMITTEE } from "./support/council";
import { one } from "./support/database";
import { ask } from "./support/site";
import { afterConsulting, openStep, resolvedOn, sendAs, takeStep, typeDay } from "./support/steps";
import { expect, test } from "./support/test";

/** A form says whole what it sends only where no script has taken it over; that is also how it must work. */
const WITHOUT_SCRIPT = { javaScriptEnabled: false };

/** One topic from suggestion to closure. It moves the clock, so it runs when every other test has ended. */
test("a topic goes from the public's suggestion to its closure, and the public reads all of it", async ({ as }) => {
  test.setTimeout(1_200_000);
  const title = `Day centres in Bridport ${randomUUID().slice(0, 8)}`;
  const [resident, helen, kate, david, sally, paul, director, support, administrator] = [
    await as(null, WITHOUT_SCRIPT),
    await as("democraticServices", WITHOUT_SCRIPT),
    await as("member", WITHOUT_SCRIPT),
    await as("chair", WITHOUT_SCRIPT),
    await as("otherOfficer", WITHOUT_SCRIPT),
    await as("officer", WITHOUT_SCRIPT),
    await as("director", WITHOUT_SCRIPT),
    await as("cabinetSupport", WITHOUT_SCRIPT),
    await as("administrator", WITHOUT_SCRIPT),
  ];

  const slug = await test.step("the public suggests it", async () => {
    await resident.goto("/topics/suggest");
    await resident.getByLabel("What should scrutiny look into?").fill(title);
    await resident
      .getByLabel("What is it about?")
      .fill("Two day centres have shut, and nobody says what comes instead.");
    // Whoever fills it in as quickly as a robot is asked to send it once more, with everything kept.
    await expect(async () => {
      await resident.getByRole("button", { name: "Send the suggestion" }).click();
      await expect(resident).toHaveURL(/\/topics\/suggest\/sent$/, { timeout: 2_000 });
    }).toPass();
    await expect(resident.getByRole("heading", { level: 1 })).toHaveText("Thank you for your suggestion");
    const topic = await one<{ slug: string }>(`SELECT slug FROM "Topic" WHERE title = $1`, title);
    expect((await ask(`/topics/${topic.slug}`)).status).toBe(404);
    return topic.slug;
  });
  const record = `/office/topics/${slug}`;

  await test.step("democratic services triage it", async () => {
    await helen.goto(record);
    await takeStep(helen, "Triage", "member", async (form) => {
      await form
        .getByLabel("The committee whose remit it is")
        .selectOption({ label: "People and Communities Overview and Scrutiny Committee" });
      await form.getByLabel("I have looked through the topics like it").check();
    });
    await expect(helen.getByText("On the long list").first()).toBeVisible();
    expect((await ask(`/topics/${slug}`)).text).toContain(title);
  });

  await test.step("members score it", async () => {
    for (const member of [kate, david]) {
      await member.goto(record);
      for (const radio of await member
        .locator("form", { hasText: "Score the topic" })
        .getByLabel(/^(2|Yes)$/)
        .all())
        await radio.check();
      await sendAs("councillorElsewhere", member.locator("form", { hasText: "Score the topic" }));
      await member.getByRole("button", { name: "Score the topic" }).click();
      await expect(member.getByRole("heading", { name: "Your marks are kept" })).toBeVisible();
    }
    await helen.goto(record);
    await takeStep(helen, "Close scoring", "chair");
  });

  await test.step("it is shortlisted", async () => {
    await takeStep(helen, "Shortlist", "chair", afterConsulting("David Walsh"));
    await expect(helen.getByText("Shortlisted", { exact: false }).first()).toBeVisible();
  });

  const proposal =
    await test.step("an officer drafts its scoping; putting it forward names everything that is missing", async () => {
      await sally.goto(record);
      await sally.getByRole("link", { name: "Start scoping" }).click();
      await sally.getByLabel("Item").fill(title);
      await sendAs("cabinetMember", sally.locator("main form").last());
      await sally.getByRole("button", { name: "Begin the proposal" }).click();
      await expect(sally.getByRole("heading", { level: 1 })).toContainText(title);
      const path = new URL(sally.url()).pathname;
      await sally.getByRole("button", { name: "Put forward" }).click();
      await expect(sally.getByRole("heading", { name: /^Not put forward: 4 things are missing/ })).toBeVisible();
      await complete(sally);
      await sally.getByRole("button", { name: "Put forward" }).click();
      const reason = sally.getByRole("textbox", { name: "Why it goes forward as it is" });
      await reason.fill("The committee adds its own lines of enquiry.");
      await sally.getByRole("button", { name: "Put forward" }).click();
      await expect(sally.getByText("Ready").first()).toBeVisible();
      return path;
    });

  await test.step("it joins the agenda of 11 October as a supplement, with five clear days", async () => {
    await helen.goto(proposal);
    await takeStep(helen, "Put on an agenda", "otherOfficer", async (form) => {
      const choice = form.getByLabel("On which agenda");
      const value = await choice.locator("option", { hasText: "11 October 2016" }).first().getAttribute("value");
      await choice.selectOption(value);
    });
    const { text } = await ask(`/committees/${COMMITTEE}/meetings/2016-10-11`);
    expect(text).toContain(title);
    await helen.goto(`/office/meetings/${COMMITTEE}/2016-10-11`);
  });

  await test.step("the clock moves to the meeting", async () => {
    await moveClock(administrator, "2016-10-11", "14:00");
  });

  await test.step("it is approved at that meeting, in its minute", async () => {
    await holdMeeting(helen, "2016-10-11");
    await decide(helen, "2016-10-11", title, { kind: "Resolved", text: "That the scoping proposal be approved." });
    await helen.goto(proposal);
    await takeStep(helen, "Record approval", "chair", resolvedOn("11 October 2016"));
    await expect(helen.getByText("Approved").first()).toBeVisible();
    await takeStep(helen, "Commission the work", "chair");
  });

  await test.step("its minutes are published in draft", async () => {
    await helen.goto(`/office/meetings/${COMMITTEE}/2016-10-11/minutes/edit`);
    await takeStep(helen, "Mark as checked", "chair", withReason("Nothing was decided on the other items."));
    await takeStep(helen, "Publish the draft minutes", "chair", withReason("The chair has seen it on paper."));
    expect((await ask(`/committees/${COMMITTEE}/meetings/2016-10-11/minutes`)).text).toContain(
      "That the scoping proposal be approved.",
    );
  });

  const item = await test.step("it gets a place in the programme, on 11 January 2017", async () => {
    const { id } = await one<{ id: string }>(`SELECT id FROM "ScopingProposal" WHERE title = $1`, title);
    await helen.goto(`/office/programme/${COMMITTEE}/new?proposal=${id}`);
    await helen.getByLabel("Title").fill(title);
    await helen.getByLabel("Kind of work").selectOption({ label: "Review" });
    await sendAs("chair", helen.locator("main form").last());
    await helen.getByRole("button", { name: "Add the item" }).click();
    await expect(helen.getByText("Added to the programme, as proposed")).toBeVisible();
    await helen.getByLabel("Move to").selectOption({ label: "Wed 11 Jan 2017" });
    await helen.getByLabel("Reason, shown in the history").first().fill("It reports to the meeting in January.");
    await helen.getByRole("button", { name: "Move", exact: true }).click();
    await expect(helen.getByRole("region", { name: "Place" })).toContainText("Wednesday 11 January 2017");
    expect((await ask(`/committees/${COMMITTEE}/work-programme`)).text).toContain(title);
    return new URL(helen.url()).pathname;
  });

  const report = await test.step("its report is drafted and cleared", async () => {
    await moveClock(administrator, "2016-12-12", "09:00");
    await helen.goto(`/office/reports/new?body=${COMMITTEE}`);
    await helen.getByLabel("Title").fill(`Report on ${title}`);
    const author = helen.getByLabel("Written by");
    await author.selectOption(await author.locator("option", { hasText: "Paul Leivers" }).getAttribute("value"));
    await helen.getByLabel("For the meeting of").selectOption({ label: "11 January 2017" });
    await helen.getByLabel("Topic").selectOption({ label: title });
    await helen.getByLabel("Area").selectOption({ label: "Adult and Community Services" });
    await sendAs("member", helen.locator("main form").last());
    await helen.getByRole("button", { name: "Commission the report" }).click();
    const { slug } = await one<{ slug: string }>(`SELECT slug FROM "Report" WHERE title = $1`, `Report on ${title}`);
    const path = `/office/reports/${slug}`;

    await paul.goto(path);
    await takeStep(paul, "Start the draft", "member");
    const sheet = paul.locator("form", { has: paul.getByRole("button", { name: "Save the front sheet" }) });
    for (const box of await sheet.locator("textarea, input[type=text], input:not([type])").all())
      if (!(await box.inputValue())) await box.fill("What is known of it.");
    for (const choice of await sheet.getByRole("combobox").all()) await choice.selectOption({ index: 1 });
    await sendAs("member", sheet);
    await paul.getByRole("button", { name: "Save the front sheet" }).click();
    await paul
      .getByRole("textbox", { name: "Text", exact: true })
      .fill("Two centres shut in 2015.\n\nNobody has counted who went there.");
    await paul.getByRole("button", { name: "Save the text" }).click();
    await takeStep(paul, "Send for clearance", "member");
    await director.goto(path);
    await takeStep(director, "Sign off the report", "officer", async (form) => {
      await form.getByLabel(/^Reason/).fill("The front sheet says what is known.");
    });
    await helen.goto(path);
    await takeStep(helen, "Clear for publication", "officer");
    return { path, slug };
  });

  await test.step("the meeting of January has it on its agenda, and takes place", async () => {
    await moveClock(administrator, "2016-12-20", "09:00");
    await helen.goto(item);
    await takeStep(helen, "Put on the agenda", "chair", async (form) => {
      const choice = form.getByRole("combobox").first();
      const value = await choice.locator("option:not([value=''])").first().getAttribute("value");
      await choice.selectOption(value);
    });
    await helen.goto(`/office/meetings/${COMMITTEE}/2017-01-11/agenda`);
    await helen.getByRole("link", { name: title }).first().click();
    await helen.getByLabel("A report").selectOption({ label: `Report on ${title}` });
    await helen.getByRole("button", { name: "List the report here" }).click();
    await expect(helen.getByRole("link", { name: `Report on ${title}` }).first()).toBeVisible();
    await publish(helen, "2017-01-11");
    if ((await ask(`/reports/${report.slug}`)).status === 404) {
      await helen.goto(report.path);
      await takeStep(helen, "Publish the report", "officer");
    }
    expect((await ask(`/reports/${report.slug}`)).text).toContain("Nobody has counted who went there.");
    await moveClock(administrator, "2017-01-11", "14:00");
    await holdMeeting(helen, "2017-01-11");
    await decide(helen, "2017-01-11", title, {
      kind: "Recommended",
      text: "That the Cabinet keeps one day centre in Bridport, and pays for the bus to it.",
    });
  });

  const recommendation = await test.step("two clauses go to the Cabinet", async () => {
    const { id } = await one<{ id: string }>(
      `SELECT id FROM "Decision" WHERE text LIKE 'That the Cabinet keeps one%' ORDER BY id DESC LIMIT 1`,
    );
    await helen.goto(`/office/recommendations/new?decision=${id}`);
    await helen.getByLabel("What it is about").fill(title);
    await helen.getByLabel("Topic").selectOption({ label: title });
    for (const [number, text] of [
      [1, "Keep one day centre in Bridport."],
      [2, "Pay for the bus to it."],
    ] as const) {
      const clause = helen.getByRole("group", { name: `Clause ${number}` });
      await clause.getByLabel("What is asked").fill(text);
      await clause.getByLabel("It goes to").selectOption({ label: "The executive" });
      await clause.getByLabel("Which body").selectOption({ label: "Cabinet" });
    }
    await sendAs("chair", helen.locator("main form").last());
    await helen.getByRole("button", { name: "Record the recommendation" }).click();
    await expect(helen).toHaveURL(/\/office\/recommendations\/[^/]+$/);
    return new URL(helen.url()).pathname;
  });

  await test.step("notice is served, and its last day computed", async () => {
    await moveClock(administrator, "2017-01-16", "09:00");
    await helen.goto(`${recommendation}/1`);
    await takeStep(helen, "Record the notice served", "cabinetSupport");
    await support.goto(`${recommendation}/1`);
    const receipt = await openStep(support, "Record the receipt");
    await typeDay(receipt, "The report was received on", "2017-01-16");
    await typeDay(receipt, "The notice was received on", "2017-01-16");
    await receipt.getByRole("button", { name: "Record the receipt" }).click();
    // Two months that begin with the later of the two days (LGA 2000 s9FE).
    await expect(support.locator("main")).toContainText("The last day is 15 March 2017");
  });

  await test.step("a Cabinet meeting is made, and its support officer records the answers", async () => {
    await helen.goto("/office/meetings/new?body=cabinet");
    await typeDay(helen, "Day", "2017-02-08");
    await sendAs("cabinetSupport", helen.locator("main form").last());
    await helen
      .getByRole("button", { name: /meeting/i })
      .last()
      .click();
    await expect(helen).toHaveURL(/2017-02-08/);
    await moveClock(administrator, "2017-02-10", "09:00");
    await answer(
      support,
      `${recommendation}/1`,
      "Accepted as amended",
      "The Cabinet keeps one centre until 2019.",
      "Money is there until then.",
    );
    await answer(support, `${recommendation}/2`, "Rejected", "The Cabinet does not pay for the bus.");
    expect((await ask(`/topics/${slug}`)).text).toMatch(/no reason|reason is missing|Reason.*missing/i);
    await support.goto(`${recommendation}/2`);
    const late = await openStep(support, "Add what the answer left out");
    await late
      .getByLabel(/reason/i)
      .first()
      .fill("The operator runs it at its own risk.");
    await late.getByRole("button", { name: "Add what the answer left out" }).click();
    await expect(support.getByText("The operator runs it at its own risk.").first()).toBeVisible();
  });

  await test.step("what was promised is done, and the committee closes it at a later meeting", async () => {
    await helen.goto(`${recommendation}/1`);
    await takeStep(helen, "Start implementing", "councillorElsewhere");
    await moveClock(administrator, "2017-03-10", "09:00");
    await helen.goto(`/office/meetings/${COMMITTEE}/2017-03-20/agenda`);
    const add = helen.locator("form", { has: helen.getByRole("button", { name: /^Add the item/ }) });
    await add.getByLabel("Title").fill("Progress on the day centres in Bridport");
    await add.getByLabel("What it is for").selectOption({ label: "Progress on matters raised" });
    await add.getByLabel("Topic").selectOption({ label: title });
    await add.getByRole("button", { name: /^Add the item/ }).click();
    await expect(helen.getByRole("link", { name: "Progress on the day centres in Bridport" })).toBeVisible();
    await publish(helen, "2017-03-20");
    await moveClock(administrator, "2017-03-20", "14:00");
    await holdMeeting(helen, "2017-03-20");
    await decide(helen, "2017-03-20", "Progress on the day centres in Bridport", {
      kind: "Resolved",
      text: "That clause 1 was achieved and is closed, and that clause 2 is closed.",
    });
    const seen = async (form: Locator) =>
      form.getByLabel("What the committee saw").fill("The centre is open five days a week.");
    await helen.goto(`${recommendation}/1`);
    await takeStep(helen, "Record as achieved", "cabinetSupport", resolvedOn("20 March 2017", seen));
    await takeStep(helen, "Close the clause", "cabinetSupport", resolvedOn("20 March 2017", seen));
    await helen.goto(`${recommendation}/2`);
    await takeStep(helen, "Close what was turned down", "cabinetSupport", resolvedOn("20 March 2017"));
  });

  await test.step("the public reads all of it", async () => {
    await resident.goto(`/topics/${slug}`);
    for (const words of [
      "Two day centres have shut",
      "Scored: 11 of at most 11",
      "Commissioned",
      "That the scoping proposal be approved.",
      `Report on ${title}`,
      "The last day for an answer is 15 March 2017",
      "Pay for the bus to it",
      "The Cabinet does not pay for the bus.",
      "The operator runs it at its own risk.",
      "The centre is open five days a week.",
      "Everything that was recommended is closed",
    ])
      await expect(resident.locator("main")).toContainText(words);
  });
});

const withReason = (reason: string) => (form: Locator) => form.getByLabel(/^Reason/).fill(reason);

/** The administrator moves the clock of the demonstration. */
async function moveClock(page: Page, date: string, time: string): Promise<void> {
  await page.goto("/office/settings/clock");
  await typeDay(page, "Day", date);
  await page.getByLabel("Time").fill(time);
  await sendAs("democraticServices", page.locator("main form").last());
  await page.getByRole("button", { name: "Move the clock" }).click();
  await expect(page.getByRole("heading", { name: "The clock has not moved" })).toHaveCount(0);
  await expect(page.getByText(formatFullDate(date)).first()).toBeVisible();
}

/** The agenda goes up, once it is said where the meeting is. */
async function publish(page: Page, date: string): Promise<void> {
  const meeting = `/office/meetings/${COMMITTEE}/${date}`;
  await page.goto(`${meeting}/arrangements`);
  await page.getByLabel("Place").fill("County Hall, Dorchester");
  await sendAs("chair", page.locator("main form").last());
  await page.getByRole("button", { name: "Save when and where" }).click();
  await expect(page).toHaveURL(new RegExp(`${meeting}$`));
  await page.goto(meeting);
  const reason = page.getByRole("textbox", { name: "Why it goes up as it is" });
  if ((await reason.count()) > 0) await reason.fill("What is still to come is named with its item.");
  const now = page.getByRole("button", { name: "Publish the agenda now" });
  await sendAs("chair", page.locator("form", { has: now }));
  await now.click();
  await expect(page.getByText("Agenda published").first()).toBeVisible();
}

/** Everybody came, and the meeting took place. */
async function holdMeeting(page: Page, date: string): Promise<void> {
  await page.goto(`/office/meetings/${COMMITTEE}/${date}/attendance`);
  const seats = page.locator("form", { has: page.getByRole("button", { name: "Record the attendance" }) });
  for (const seat of await seats.getByRole("combobox").all()) await seat.selectOption({ label: "Present" });
  await sendAs("chair", seats);
  await page.getByRole("button", { name: "Record the attendance" }).click();
  await expect(page.getByRole("heading", { name: /^Not (done|recorded|saved|added|listed|published)$/ })).toHaveCount(
    0,
  );
  await page.goto(`/office/meetings/${COMMITTEE}/${date}`);
  await takeStep(page, "Record as held", "chair");
  await expect(page.getByText("Held").first()).toBeVisible();
}

/** A decision in the minute of the item with these words in its title. */
async function decide(page: Page, date: string, item: string, decision: { kind: string; text: string }): Promise<void> {
  await page.goto(`/office/meetings/${COMMITTEE}/${date}/minutes/edit`);
  const begin = page.getByRole("button", { name: "Begin the minutes" });
  if ((await begin.count()) > 0) {
    await sendAs("chair", page.locator("form", { has: begin }));
    await begin.click();
  }
  await page.getByRole("link", { name: item }).first().click();
  const form = page.locator("form", { has: page.getByRole("button", { name: "Record the decision" }) });
  await form.getByLabel("What came of it").selectOption({ label: decision.kind });
  await form.getByLabel("What was decided").fill(decision.text);
  await sendAs("chair", form);
  await form.getByRole("button", { name: "Record the decision" }).click();
  await expect(page.getByText(decision.text).first()).toBeVisible();
}

/** The answer of the Cabinet to one clause, with a reason or without. */
async function answer(page: Page, clause: string, kind: string, words: string, reason = ""): Promise<void> {
  await page.goto(clause);
  await takeStep(page, "Record the answer", "member", async (form) => {
    await form.getByLabel("What the answer comes to").selectOption({ label: kind });
    await form.getByLabel("The answer, word for word").fill(words);
    await form.getByLabel("The reason that is given").fill(reason);
    await typeDay(form, "Decided on", "2017-02-08");
    await form.getByLabel("Where it can be found").fill("Cabinet, 8 February 2017");
    if (kind !== "Rejected") {
      await form.getByLabel("What will be done").fill("One centre stays open.");
      await typeDay(form, "By when", "2017-03-01");
    }
  });
}

/** The fields of Dorset's form that the draft must have. */
async function complete(page: Page): Promise<void> {
  const open = (part: RegExp) =>
    page.getByRole("region", { name: "Sections" }).getByRole("link", { name: part }).click();
  const save = async () => {
    const version = page
      .locator("form", { has: page.getByRole("button", { name: "Save draft" }) })
      .locator("[name=version]");
    const before = Number(await version.inputValue());
    await page.getByRole("button", { name: "Save draft" }).click();
    await expect(version).toHaveValue(String(before + 1));
  };
  await open(/Suggested Scope/);
  await page.getByRole("textbox", { name: "Suggested Scope" }).fill("What has shut, who went there, what they do now.");
  await save();
  await open(/Lead member and lead officer/);
  await page.getByRole("combobox", { name: "Lead Member" }).selectOption({ label: "Kate Wheller" });
  await save();
  await open(/Methodology/);
  await page.getByRole("textbox", { name: "Methodology" }).fill("A visit, and the figures of three years.");
  await save();
  await open(/Timescale/);
  await page.getByRole("textbox", { name: "Timescale" }).fill("To the meeting in January.");
  await page.getByRole("combobox", { name: "Report to the meeting of" }).selectOption({ label: "11 January 2017" });
  await save();
}
