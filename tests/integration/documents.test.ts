import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import mammoth from "mammoth";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as officeMinutesRoute from "@/app/(office)/office/meetings/[body]/[date]/minutes/[file]/route";
import * as officeReportRoute from "@/app/(office)/office/reports/[slug]/[file]/route";
import * as officeProposalRoute from "@/app/(office)/office/scoping/[id]/[file]/route";
import * as agendaRoute from "@/app/(public)/[lang]/[bodies]/[slug]/meetings/[date]/agenda/[file]/route";
import * as minutesRoute from "@/app/(public)/[lang]/[bodies]/[slug]/meetings/[date]/minutes/[file]/route";
import * as programmeRoute from "@/app/(public)/[lang]/[bodies]/[slug]/work-programme/[file]/route";
import * as reportRoute from "@/app/(public)/[lang]/reports/[slug]/[file]/route";
import * as proposalRoute from "@/app/(public)/[lang]/scoping/[id]/[file]/route";
import type { Person } from "@/domain/access/actor";
import { PUBLIC_SCOPE, readScope } from "@/domain/access/read-scope";
import { holderOfKey, openSession } from "@/server/auth/sign-in-sessions";
import { getSite } from "@/server/council/queries";
import { db } from "@/server/db";
import { minutesDocument } from "@/server/documents/minutes-document";
import { renderPdf } from "@/server/documents/pdf";
import { type Ordered, TypesetterBusy, typesetApart } from "@/server/documents/typesetting";
import { getMinutes } from "@/server/minutes/queries";
import { demonstration } from "../support/demonstration";
import { type ReadPdf, readPdf } from "../support/pdf-text";

/** Every document of the demonstration, as the public gets it at its address. */

const { load, clear } = demonstration();
let proposalId: string;

/** The office's documents ask who is signed in; here there is no request that could say so. */
const signedIn = vi.hoisted(() => ({ person: null as Person | null }));
vi.mock("@/server/auth/session", () => ({ requirePerson: async () => signedIn.person }));

beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_URL", "https://scrutiny.example.gov.uk/");
  await load();
  const title = "Fair Charges for Care and Support";
  ({ id: proposalId } = await db.scopingProposal.findFirstOrThrow({ where: { title } }));
}, 120_000);
afterAll(clear);

const COMMITTEE = { lang: "en", bodies: "committees", slug: "people-and-communities" };
type Serve = (request: Request, context: { params: Promise<never> }) => Promise<Response>;
type Answering = { GET: Serve };

const ask = (route: unknown, params: object, init: RequestInit = {}) =>
  (route as Answering).GET(new Request("http://localhost/x", init), { params: Promise.resolve(params as never) });

async function pdfOf(route: unknown, params: object): Promise<ReadPdf> {
  const response = await ask(route, params);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/pdf");
  return readPdf(new Uint8Array(await response.arrayBuffer()));
}

async function wordOf(route: unknown, params: object): Promise<string> {
  const response = await ask(route, params);
  expect(response.status).toBe(200);
  return (await mammoth.extractRawText({ buffer: Buffer.from(await response.arrayBuffer()) })).value;
}

/** One line, so that where a line ends makes no difference. */
const flat = (text: string) => text.replace(/\s+/g, " ");

const june = (file: string) => ({ ...COMMITTEE, date: "2016-06-16", file });
const october = (file: string) => ({ ...COMMITTEE, date: "2016-10-11", file });
const proposal = (file: string) => ({ lang: "en", id: proposalId, file });

describe("what each document says", () => {
  it("minutes: who was there, what was decided, in the words of the record", async () => {
    const { title, text, tags, links } = await pdfOf(minutesRoute, june("minutes.pdf"));
    expect(title).toBe("Minutes of Thursday 16 June 2016");
    for (const words of [
      "David Walsh (Chairman)",
      "Mary Kahn (co-opted, printed as Mary Khan)",
      "Deborah Croney under Standing Order 54(1)",
      "Recommended to Cabinet",
      "2. approve progress in the pilot areas",
      "Questions from County Councillors",
    ])
      expect(flat(text)).toContain(words);
    expect([...tags]).toEqual(expect.arrayContaining(["H1", "H2", "H3", "L", "LI", "Link"]));
    expect(links).toEqual([
      "https://scrutiny.example.gov.uk/committees/people-and-communities/meetings/2016-10-11#item-3",
    ]);
  });

  it("agenda: numbers, purposes, lead members, pages of the pack, and why a paper is not there", async () => {
    const { text } = await pdfOf(agendaRoute, october("agenda.pdf"));
    for (const words of [
      "10.00 am, Committee Room 1, County Hall",
      "6 clear days before the meeting",
      "7(b)",
      "The Community Offer for Living and Learning",
      "Lead member: David Walsh",
      "Pages 41–88",
      "Not for publication: exempt under paragraph 3.",
      "Statements from the public",
    ])
      expect(flat(text)).toContain(words);
  });

  it("report: its front sheet, blank fields said to be, and its paragraphs by their numbers", async () => {
    const params = { lang: "en", slug: "working-with-communities" };
    const { text } = await pdfOf(reportRoute, { ...params, file: "report.pdf" });
    const word = await wordOf(reportRoute, { ...params, file: "report.docx" });
    const report = await db.reportText.findFirstOrThrow({
      where: { report: { slug: params.slug } },
      include: { numbered: true },
    });
    const numbers = report.numbered.flatMap(({ number }) => number ?? []);
    expect(numbers.length).toBeGreaterThan(5);
    // "the One Public Estate programme … (paragraphs 2.11 to 2.16)" leads to them.
    const offer = await pdfOf(reportRoute, {
      lang: "en",
      slug: "community-offer-for-living-and-learning",
      file: "report.pdf",
    });
    expect(offer.places).toBeGreaterThan(0);
    for (const said of [flat(text), flat(word)]) {
      expect(said).toContain("Executive summary");
      for (const number of numbers) expect(said).toContain(number);
    }
  });

  it("work programme: each meeting with its items, empty ones too, and the long list with what is missing", async () => {
    const { text, tags } = await pdfOf(programmeRoute, { ...COMMITTEE, file: "work-programme.pdf" });
    for (const words of [
      "Tuesday 11 October 2016",
      "Co-production and community capacity building",
      "“Registration services” promises its final report to this meeting.",
      "Special educational needs",
      "All five",
      "what it decided is not recorded",
    ])
      expect(flat(text)).toContain(words);
    expect([...tags]).toEqual(expect.arrayContaining(["Table", "THead", "TH"]));
  });

  it("scoping proposal: the council's form with its gaps, as it was published", async () => {
    const { text } = await pdfOf(proposalRoute, proposal("proposal.pdf"));
    for (const words of ["Version 1", "Lead Member", "David Walsh", "Not given", "discretionary disregards"])
      expect(flat(text)).toContain(words);
  });

  it("large print says the same, in 18 point or more", async () => {
    const normal = flat((await pdfOf(minutesRoute, june("minutes.pdf"))).text);
    const { text, sizes } = await pdfOf(minutesRoute, june("minutes-large-print.pdf"));
    const words = (said: string) => said.replace(/page \d+ of \d+|Minutes of Thursday 16 June 2016|\s/g, "");
    expect(words(text)).toBe(words(normal));
    expect(sizes[0]).toBe(18);
    const large = await wordOf(minutesRoute, june("minutes-large-print.docx"));
    expect(large).toBe(await wordOf(minutesRoute, june("minutes.docx")));
  });
});

describe("how they are given", () => {
  it("to be asked after: whoever has it already is told so, and it is not sent again", async () => {
    const first = await ask(minutesRoute, june("minutes.pdf"));
    const etag = first.headers.get("etag") ?? "";
    expect(first.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    expect(first.headers.get("content-disposition")).toContain('inline; filename="People and Communities 2016-06-16');
    const again = await ask(minutesRoute, june("minutes.pdf"), { headers: { "if-none-match": etag } });
    expect([again.status, again.body]).toEqual([304, null]);
    const other = await ask(minutesRoute, june("minutes-large-print.pdf"), { headers: { "if-none-match": etag } });
    expect(other.status).toBe(200);
  });

  it("a HEAD gets what a GET does, without it", async () => {
    const head = await ask(agendaRoute, october("agenda.docx"), { method: "HEAD" });
    expect([head.status, head.body]).toEqual([200, null]);
    expect(head.headers.get("content-disposition")).toContain("attachment;");
  });

  it.each([
    ["a file that there is not", minutesRoute, june("minutes.txt")],
    ["minutes that there are not", minutesRoute, { ...june("minutes.pdf"), date: "2016-10-11" }],
    ["a body in the wrong tree", minutesRoute, { ...june("minutes.pdf"), bodies: "bodies" }],
    ["a language that there is not", minutesRoute, { ...june("minutes.pdf"), lang: "xx" }],
    ["a key that is none", proposalRoute, { lang: "en", id: "x", file: "proposal.pdf" }],
    ["a NUL", reportRoute, { lang: "en", slug: "a\u0000", file: "report.pdf" }],
  ])("%s is not found", async (_, route, params) => {
    const answer = await ask(route, params);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe("There is no document at this address for you to read.\n");
  });
});

describe("the process that makes them", () => {
  const ordered = (title: string): Ordered => ({
    document: { title, council: "A council", facts: [], language: "en-GB", blocks: [] },
    file: { format: "pdf", size: "normal" },
  });

  it("may die, and the next document is made by another", async () => {
    await typesetApart(ordered("One"));
    const { scrutineerTypesetter: setter } = globalThis as unknown as {
      scrutineerTypesetter: { process: ChildProcess };
    };
    const first = setter.process;
    first.kill("SIGKILL");
    await once(first, "exit");
    expect((await readPdf(await typesetApart(ordered("Two")))).title).toBe("Two");
    expect(setter.process.pid).not.toBe(first.pid);
  });

  it("fails one document without failing the next", async () => {
    const { document, file } = ordered("Three");
    const broken = { ...document, blocks: [{ kind: "paragraph" }] } as unknown as typeof document;
    const [one, other] = await Promise.allSettled([
      typesetApart({ document: broken, file }),
      typesetApart(ordered("Four")),
    ]);
    expect([one.status, other.status]).toEqual(["rejected", "fulfilled"]);
  });

  it("takes no more than it can make in good time", async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 45 }, (_, number) => typesetApart(ordered(`Document ${number}`))),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(40);
    for (const outcome of outcomes.slice(40))
      expect(outcome.status === "rejected" && outcome.reason).toBeInstanceOf(TypesetterBusy);
  });
});

describe("what is not for the public is in no document of theirs", () => {
  const CANARY = "Zephyrine quartz";
  const everything = async () => {
    const reports = await db.report.findMany({ select: { slug: true } });
    const asked: [unknown, object][] = [
      [minutesRoute, june("minutes.pdf")],
      [agendaRoute, october("agenda.pdf")],
      [programmeRoute, { ...COMMITTEE, file: "work-programme.pdf" }],
      [proposalRoute, proposal("proposal.pdf")],
      ...reports.map(({ slug }): [unknown, object] => [reportRoute, { lang: "en", slug, file: "report.pdf" }]),
    ];
    const texts: string[] = [];
    for (const [route, params] of asked) {
      const response = await ask(route, params);
      if (response.status === 200) texts.push(flat((await readPdf(new Uint8Array(await response.arrayBuffer()))).text));
    }
    expect(texts.length).toBeGreaterThan(7);
    return texts.join("\n");
  };

  it("a restricted minute, a restricted report, a paper held back, and what is written in a proposal that is drafted again", async () => {
    const minute = await db.minute.findFirstOrThrow({
      where: { number: 9, minutes: { meeting: { date: "2016-06-16" } } },
    });
    await db.minuteText.update({
      where: { minuteId: minute.id },
      data: { markdown: `${CANARY} minute`, restriction: "exempt", paragraphs: [3] },
    });
    const report = await db.report.findFirstOrThrow({ where: { slug: "response-to-hate-crime" } });
    await db.reportText.update({
      where: { reportId: report.id },
      data: { frontSheet: { executive_summary: `${CANARY} report` }, restriction: "exempt", paragraphs: [1] },
    });
    const appendix = await db.paper.findFirstOrThrow({ where: { title: "Appendix 1: Overview of programme phases" } });
    await db.paper.update({ where: { id: appendix.id }, data: { heldBack: true } });
    await db.scopingProposal.update({
      where: { id: proposalId },
      data: { status: "draft", audience: "keepers", title: `${CANARY} proposal` },
    });

    const said = await everything();
    expect(said).not.toContain(CANARY);
    expect(said).toContain("This minute is not open to the public, and no summary of it is recorded.");
    expect(said).toContain("Appendix 1: Overview of programme phases. Its file is not here yet.");
    expect(said).toContain("As it was put forward");
  });

  it("and is in those of whoever may read it, kept by nobody, and recorded as seen when it was", async () => {
    const { id } = await db.account.findFirstOrThrow({ where: { person: { slug: "helen-whitby" } } });
    signedIn.person = (await holderOfKey(await openSession(id)))?.person ?? null;
    const params = { body: COMMITTEE.slug, date: "2016-06-16", file: "minutes.pdf" };
    const head = await ask(officeMinutesRoute, params, { method: "HEAD" });
    expect([head.status, await db.restrictedView.count()]).toEqual([200, 0]);

    const response = await ask(officeMinutesRoute, params);
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(response.headers.get("etag")).toBeNull();
    expect((await readPdf(new Uint8Array(await response.arrayBuffer()))).text).toContain(`${CANARY} minute`);
    expect(await db.restrictedView.findMany()).toMatchObject([{ personId: signedIn.person?.personId }]);

    const report = await ask(officeReportRoute, { slug: "response-to-hate-crime", file: "report.docx" });
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await report.arrayBuffer()) });
    expect(value).toContain(`${CANARY} report`);
  });

  it("and to whom they are closed, they are as what is not there", async () => {
    const { id } = await db.account.findFirstOrThrow({ where: { person: { slug: "system-administrator" } } });
    signedIn.person = (await holderOfKey(await openSession(id)))?.person ?? null;
    const closed = await ask(officeProposalRoute, { id: proposalId, file: "proposal.pdf" });
    const absent = await ask(officeProposalRoute, { id: randomUUID(), file: "proposal.pdf" });
    expect([closed.status, await closed.text()]).toEqual([404, await absent.text()]);
  });

  it("a note on each says that it is not for publication", async () => {
    const scope = readScope({ kind: "system", job: "a test" });
    const minutes = await getMinutes(scope, { body: COMMITTEE.slug, meeting: "2016-06-16" }, "2016-06-16");
    const made = renderPdf(minutesDocument(await getSite(PUBLIC_SCOPE), minutes), { size: "normal" });
    const { text } = await readPdf(made.bytes);
    expect(text).toContain(`${CANARY} minute`);
    expect(text).toContain("Not for publication.");
  });
});
