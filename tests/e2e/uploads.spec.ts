import { randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { join } from "node:path";
import { docxOf, png, taggedPdf } from "../support/uploads";
import { bodyId, COMMITTEE } from "./support/council";
import { sql } from "./support/database";
import type { Who } from "./support/people";
import { Planting } from "./support/planting";
import { freeSlug } from "./support/restricted-meetings";
import { addressOf, ask, cookieOf } from "./support/site";
import { expect, test } from "./support/test";

/** A meeting of this file's own whose agenda is out, with one item. */
async function publishedItem() {
  const planting = new Planting();
  const body = await bodyId();
  const slug = await freeSlug(body, "2016-12-09");
  const open = { bodyId: body, audience: "public" };
  const meeting = await planting.scaffold("Meeting", {
    ...{ ...open, slug, date: "2016-12-09", startTime: "14:00", place: "Committee Room 3" },
    ...{ status: "published", publishedAt: "2016-09-30T09:00Z" },
  });
  const item = await planting.scaffold("AgendaItem", { ...open, meetingId: meeting.id, position: 1, title: "Figures" });
  return {
    meeting: String(meeting.id),
    item: String(item.id),
    office: `/office/meetings/${COMMITTEE}/${slug}/agenda/${item.id}`,
    inPublic: `/committees/${COMMITTEE}/meetings/${slug}`,
  };
}
type Item = Awaited<ReturnType<typeof publishedItem>>;

type File = { name: string; bytes: Uint8Array };

/** A form as the page would send it, without a browser. */
function formOf({ meeting, item }: Item, title: string, { name, bytes }: File): FormData {
  const form = new FormData();
  for (const [field, value] of [
    ["id", meeting],
    ["part", item],
    ["version", "1"],
    ["onceKey", randomUUID()],
    ["title", title],
    ["kind", "appendix"],
  ] as const)
    form.append(field, value);
  form.append("file", new Blob([Buffer.from(bytes)]), name);
  return form;
}
const send = (item: Item, who: Who | null, title: string, file: File, origin = addressOf("")) =>
  ask(`${item.office}/upload`, { who, method: "POST", headers: { origin }, body: formOf(item, title, file) });
const titles = async (item: Item) =>
  (await sql<{ title: string }>(`SELECT title FROM "Paper" WHERE "agendaItemId" = $1 ORDER BY id`, item.item)).map(
    ({ title }) => title,
  );

const arriving = async () => {
  const folder = join(process.env.SCRUTINEER_STATE ?? "", "papers", "arriving");
  return (await readdir(folder).catch(() => [])).length;
};

test("a file comes in whole from whom it is for, in one piece and past no other way, and nothing stays of any other", async () => {
  const item = await publishedItem();
  const large = { name: "large.csv", bytes: Buffer.alloc(49 * 1024 * 1024, "a,b,1\n") };
  const word = { name: "figures.docx", bytes: docxOf() };

  expect((await send(item, "democraticServices", "From elsewhere", word, "https://elsewhere.example")).status).toBe(
    403,
  );
  expect((await send(item, null, "From nobody", word)).headers.get("location")).toMatch(/^\/sign-in\?from=/);
  for (const who of ["member", "officer", "administrator"] as const) {
    const answer = await send(item, who, `From ${who}`, word);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `${item.office}?refused=${item.item}`]);
  }
  expect(await titles(item)).toEqual([]);

  const added = await send(item, "democraticServices", "All the figures", large);
  expect([added.status, added.headers.get("location")]).toEqual([303, item.office]);
  expect(await titles(item)).toEqual(["All the figures"]);
  const [, file = ""] = /href="(\/papers\/[^"]+)"/.exec((await ask(item.inPublic)).text) ?? [];
  const got = await ask(file);
  expect(got.bytes.equals(large.bytes)).toBe(true);
  expect(got.headers.get("content-disposition")).toBe(`attachment; filename="large.csv"; filename*=UTF-8''large.csv`);
  expect((await ask(file, { headers: { range: "bytes=6-11" } })).text).toBe("a,b,1\n");

  const most = { name: "too large.csv", bytes: Buffer.alloc(51 * 1024 * 1024, "a") };
  expect((await send(item, "democraticServices", "Too much", most)).status).toBe(303);
  const back = (await ask(`${item.office}?refused=${item.item}`, { who: "democraticServices" })).text;
  expect(back).toContain("The file is larger than 50 MB");
  expect(back).toContain('value="Too much"');
  expect(await titles(item)).toEqual(["All the figures"]);

  await cutOff(item);
  await expect.poll(arriving).toBe(0);
  expect(await titles(item)).toEqual(["All the figures"]);
});

/** Sends the beginning of a file, and is gone. */
function cutOff(item: Item): Promise<void> {
  const cut = httpRequest(addressOf(`${item.office}/upload`), {
    method: "POST",
    headers: {
      cookie: cookieOf("democraticServices"),
      origin: addressOf(""),
      "content-type": "multipart/form-data; boundary=b",
      "content-length": "1000000",
    },
  });
  return new Promise((done) => {
    cut.on("error", () => done());
    cut.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7');
    setTimeout(() => cut.destroy(new Error("gone")), 300);
  });
}

test("a paper is put up without script, corrected with it, and the public reads both", async ({ as }) => {
  const item = await publishedItem();
  const pdf = (title: string) => ({
    name: `${title.toLowerCase()}.pdf`,
    mimeType: "application/pdf",
    buffer: taggedPdf(title),
  });

  const plain = await as("democraticServices", { javaScriptEnabled: false });
  await plain.goto(item.office);
  await plain.getByLabel("Title, as printed on it").fill("Appendix 1: A map");
  await plain.locator("#paper-file").setInputFiles({ name: "map.png", mimeType: "image/png", buffer: png });
  await plain.getByRole("button", { name: "Add the paper as a supplement" }).click();
  const summary = plain.getByRole("alert", { name: "Not added" });
  await expect(summary).toContainText("Say in words what the image shows");
  await expect(plain.getByLabel("Title, as printed on it")).toHaveValue("Appendix 1: A map");
  await plain.getByLabel("What it shows, if it is an image").last().fill("The wards, and their libraries");
  await plain.locator("#paper-file").setInputFiles({ name: "map.png", mimeType: "image/png", buffer: png });
  await plain.getByRole("button", { name: "Add the paper as a supplement" }).click();
  await expect(plain.getByRole("link", { name: "Appendix 1: A map" })).toBeVisible();
  const inPublic = await as(null);
  await inPublic.goto(item.inPublic);
  await expect(inPublic.getByText("It shows: The wards, and their libraries")).toBeVisible();

  const page = await as("democraticServices");
  await page.goto(item.office);
  await page.getByLabel("Title, as printed on it").fill("Appendix 2: Costs");
  await page.locator("#paper-file").setInputFiles({ name: "costs.pdf", mimeType: "application/pdf", buffer: png });
  await page.getByRole("button", { name: "Add the paper as a supplement" }).click();
  await expect(page.getByRole("alert", { name: "Not added" })).toContainText("inside it is a PNG image");
  await expect(page.getByRole("alert", { name: "Not added" })).toBeFocused();
  await page.locator("#paper-file").setInputFiles(pdf("Costs"));
  await page.getByRole("button", { name: "Add the paper as a supplement" }).click();
  await expect(page.getByRole("link", { name: "Appendix 2: Costs" })).toBeVisible();

  await page.getByText("Put up a corrected file of Appendix 2: Costs").click();
  const form = page.locator("form", { has: page.getByLabel("Corrected file") }).last();
  await form.getByLabel("Corrected file").setInputFiles(pdf("Corrected costs"));
  await form.getByRole("button", { name: "Put it in its place" }).click();
  await expect(page.getByText("corrected costs.pdf")).toBeVisible();
  await inPublic.goto(item.inPublic);
  await expect(inPublic.getByText("“Appendix 2: Costs” was replaced by a corrected file.")).toBeVisible();
});
