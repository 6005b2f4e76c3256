import { randomUUID } from "node:crypto";
import { bodyId, COMMITTEE } from "./support/council";
import { Planting } from "./support/planting";
import { freeSlug } from "./support/restricted-meetings";
import { plantFile } from "./support/restricted-papers";
import { ask } from "./support/site";
import { expect, test } from "./support/test";

/** A held meeting of this test's own, with one paper on it that anybody may read, and the report that it lists. */
async function publishPaper() {
  const planting = new Planting();
  const body = await bodyId();
  const slug = await freeSlug(body, "2016-09-09");
  const meeting = await planting.scaffold("Meeting", {
    bodyId: body,
    slug,
    date: "2016-09-09",
    startTime: "14:00",
    place: "Committee Room 3",
    status: "held",
    audience: "public",
    publishedAt: "2016-08-30T09:00Z",
  });
  const title = `Staffing costs ${randomUUID().slice(0, 8)}`;
  const open = { bodyId: body, meetingId: meeting.id, audience: "public", title };
  const report = await planting.scaffold("Report", {
    ...open,
    slug: title.toLowerCase().replaceAll(" ", "-"),
    status: "published",
    publishedOn: "2016-08-30",
  });
  const said = planting.word();
  await planting.scaffold("ReportText", {
    reportId: report.id,
    bodyId: body,
    frontSheet: { executive_summary: said },
  });
  const item = await planting.scaffold("AgendaItem", { ...open, position: 1, title: "Staffing" });
  const paper = await planting.scaffold("Paper", {
    ...open,
    agendaItemId: item.id,
    reportId: report.id,
    kind: "report",
  });
  const file = await plantFile(planting, paper);
  // It came after the agenda, and the entry that says so names it.
  await planting.scaffold("MeetingEntry", {
    ...{ meetingId: meeting.id, agendaItemId: item.id, paperId: paper.id, kind: "supplement" },
    ...{ at: "2016-08-31T09:00Z", text: `“${title}” was added.`, audience: "public" },
  });
  return {
    title,
    said,
    meeting: `/committees/${COMMITTEE}/meetings/${slug}`,
    report: `/reports/${report.slug}`,
    file: `/papers/${file.id}`,
    takeDown: `/office/meetings/${COMMITTEE}/${slug}/take-down/${paper.id}`,
  };
}

test("a paper that is taken down is gone within a second, from every page and every copy", async ({ as }) => {
  const { title, said, meeting, report, file, takeDown } = await publishPaper();
  const before = await ask(file);
  expect(before.status).toBe(200);
  expect((await ask(meeting)).text).toContain(`“${title}” was added.`);
  expect((await ask(report)).text).toContain(said);
  const etag = before.headers.get("etag") ?? "";
  expect((await ask(file, { headers: { "If-None-Match": etag } })).status).toBe(304);

  for (const who of ["member", "officer", "councillorElsewhere", "administrator"] as const) {
    expect((await ask(takeDown, { who })).status, who).toBe(404);
  }
  const page = await as("democraticServices");
  await page.goto(takeDown);
  await page.getByLabel("Why it has to come down").fill("It names two people's salaries.");
  await page.getByLabel("Take it down now, for good").check();
  await page.getByRole("button", { name: "Take the paper down" }).click();
  await expect(page).not.toHaveURL(/take-down/);

  // Gone by the time that it is answered: the first reading shows it, however slow the machine.
  expect((await ask(meeting)).text).not.toContain(title);
  expect((await ask(meeting)).text).toContain("A paper was taken down after publication.");
  expect((await ask(report)).status).toBe(404);
  const asked: Record<string, string>[] = [
    {},
    { Range: "bytes=0-99" },
    { Range: "bytes=-20" },
    { "If-None-Match": etag },
    { "If-None-Match": "*" },
    { "If-Range": etag, Range: "bytes=0-99" },
  ];
  for (const headers of asked) {
    for (const method of ["GET", "HEAD"]) {
      const { status, headers: said } = await ask(file, { method, headers });
      expect(status, `${method} ${JSON.stringify(headers)}`).toBe(404);
      expect(said.get("cache-control")).toContain("no-store");
      expect(said.get("content-disposition")).toBeNull();
    }
  }
  for (const path of [meeting, report, `/committees/${COMMITTEE}`, "/"]) {
    for (const headers of [{}, { RSC: "1" }, { RSC: "1", "Next-Router-Prefetch": "1" }] as Record<string, string>[]) {
      const { text } = await ask(`${path}?_rsc=down`, { headers });
      expect(text, path).not.toContain(title);
      expect(text, path).not.toContain(said);
    }
  }
});
