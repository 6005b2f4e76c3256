import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import { choicesIn, filled, formWith } from "./forms";
import type { Ledger } from "./ledger";
import { type Page, type SignIn, Visitor } from "./visitor";

export const COMMITTEE = "people-and-communities";
const MEETING = `/committees/${COMMITTEE}/meetings/2016-10-11`;
const PROGRAMME = `/committees/${COMMITTEE}/work-programme`;
const CLOCK = "/office/settings/clock";

export type Storm = {
  address: string;
  ledger: Ledger;
  /** As the owner: to look at what was done, never to do it. */
  database: pg.Client;
  signIns: readonly SignIn[];
  signal: AbortSignal;
  /** performance.now() at which it is over. */
  end: number;
};

type Actor = (storm: Storm) => Promise<void>;

/** Everybody at once, each at their own pace. */
export const ACTORS: readonly [name: string, actor: Actor][] = [
  ["a reader", reader],
  ["another reader", reader],
  ["somebody who signs in and out", signer],
  ["an editor", editor],
  ["another editor", editor],
  ["a third editor", editor],
  ["somebody who takes papers down", takerDown],
  ["the administrator", clockMover],
];

const isOver = ({ end, signal }: Storm) => signal.aborted || performance.now() > end;
const one = <Element>(elements: readonly Element[]): Element | undefined =>
  elements[Math.floor(Math.random() * elements.length)];

const newVisitor = ({ address, ledger, signal }: Storm) => new Visitor(address, ledger, signal);

async function signedIn(storm: Storm, post: string): Promise<Visitor> {
  const signIn = storm.signIns.find((candidate) => candidate.post === post);
  if (!signIn) throw new Error(`The demonstration has no sign-in for “${post}”.`);
  const visitor = newVisitor(storm);
  await visitor.signIn(signIn);
  return visitor;
}

/** Follows links through the public site at random, now and then to where nothing is. */
async function reader(storm: Storm): Promise<void> {
  const visitor = newVisitor(storm);
  const known = new Set(["/"]);
  while (!isOver(storm)) {
    if (Math.random() < 0.05) {
      const { status } = await visitor.open(`/topics/nobody-suggested-${Math.floor(Math.random() * 1e9)}`);
      if (status !== 404) storm.ledger.violated(`An address that nobody has answered ${status}.`);
      continue;
    }
    const path = one([...known]) ?? "/";
    const page = await visitor.open(path);
    storm.ledger.count("public pages read");
    // A paper, or the report it lists, may have been taken down since its link was read, a page may send on to another.
    const mayBeGone = /^\/(papers|reports)\//.test(path) && page.status === 404;
    if (page.status !== 200 && page.status !== 308 && !mayBeGone) {
      storm.ledger.violated(`${path}, linked from the public site, answered ${page.status}.`);
    }
    for (const [, address = ""] of page.html.matchAll(/<a [^>]*href="(\/(?!office|sign-in|_next)[^"#?]*)/g)) {
      if (known.size < 2000) known.add(address);
    }
  }
}

/** Signs in as one after the other, looks around, signs out, and finds the door closed; now and then with a wrong password. */
async function signer(storm: Storm): Promise<void> {
  for (let turn = 0; !isOver(storm); turn++) {
    const signIn = storm.signIns[turn % storm.signIns.length];
    if (!signIn) return;
    const visitor = newVisitor(storm);
    if (turn % 5 === 4) {
      const form = formWith("password", (await visitor.open("/sign-in")).html, "/sign-in");
      const answer = await visitor.send(filled(form, { email: `nobody-${turn}@example.org`, password: "wrong" }));
      if (answer.status !== 200) storm.ledger.violated(`A wrong password was answered with ${answer.status}.`);
      storm.ledger.count("wrong passwords");
    }
    await visitor.signIn(signIn);
    for (const path of ["/office", "/office/programme", "/office/meetings", "/office/scoping"]) {
      const page = await visitor.open(path);
      // What is not for somebody is not there for them; the first page of the office is for everybody.
      if (page.status !== 200 && (path === "/office" || page.status !== 404)) {
        storm.ledger.violated(`${path} answered ${signIn.post} with ${page.status}.`);
      }
    }
    await visitor.send({ action: "/sign-out", fields: [] });
    const after = await visitor.open("/office");
    if (!after.location?.includes("/sign-in")) storm.ledger.violated("The office was open after signing out.");
    storm.ledger.count("sign-ins");
    await wait(1500, undefined, { signal: storm.signal });
  }
}

/** Edits items of the work programme, among others who do. Every third form is sent twice, as by an impatient finger. */
async function editor(storm: Storm): Promise<void> {
  const { ledger } = storm;
  const visitor = await signedIn(storm, "Democratic services");
  for (let turn = 1; !isOver(storm); turn++) {
    const desk = await visitor.open(`/office/programme/${COMMITTEE}`);
    const items = new Set(
      [...desk.html.matchAll(/href="(\/office\/programme\/[^"]*\/items\/[^"?#]+)/g)].map(([, path = ""]) => path),
    );
    const path = one([...items]);
    if (!path) throw new Error("The programme desk shows no items.");
    const page = await visitor.open(path);
    // An item that is over has no form.
    if (!page.html.includes('name="purpose"')) continue;
    const token = `Token ${crypto.randomUUID()}`;
    const form = filled(formWith("purpose", page.html, path), { purpose: token });
    const answers = await Promise.all(Array.from({ length: turn % 3 === 0 ? 2 : 1 }, () => visitor.send(form)));
    if (answers.length > 1) ledger.count("forms sent twice");
    const itemId = path.split("/").at(-1) ?? "";
    if (answers.some(isDone)) await acknowledged(storm, itemId, token);
    else await settle(storm, visitor, answers[0], itemId, token);
  }
}

const isDone = ({ status, location }: Page): boolean => status === 303 && (location?.includes("done=saved") ?? false);

/** Somebody saved first: the other version is shown beside, and nothing that was typed is lost. Chooses one's own. */
async function settle(storm: Storm, visitor: Visitor, page: Page | undefined, itemId: string, token: string) {
  const { ledger } = storm;
  if (page?.status !== 200 || !page.html.includes("Somebody saved")) {
    ledger.violated(`A save was neither done nor told why not: ${page?.status} ${page?.location ?? ""}`);
    return;
  }
  ledger.count("conflicts");
  if (!page.html.includes(token)) ledger.violated("What was typed was lost in a conflict.");
  const choices = Object.fromEntries(choicesIn(page.html).map((name) => [name, "mine"]));
  const again = await visitor.send(filled(formWith("version", page.html, page.path), choices));
  if (isDone(again)) await acknowledged(storm, itemId, token);
  else if (again.html.includes("Somebody saved")) ledger.count("conflicts given up the second time");
  else ledger.violated(`A choice between two versions was answered with ${again.status}.`);
}

/** The public programme read after "done" shows what was saved, or what was saved after that. */
async function acknowledged(storm: Storm, itemId: string, token: string): Promise<void> {
  const { ledger, database } = storm;
  ledger.saves.push({ itemId, token });
  ledger.count("saves");
  const anybody = newVisitor(storm);
  if ((await anybody.open(PROGRAMME)).html.includes(token)) return;
  // Saved over since, or not shown: an old page is one that would have shown it.
  for (let turn = 0; turn < 5; turn++) {
    const { rows } = await database.query(`SELECT FROM "ProgrammeItem" WHERE id = $1 AND purpose = $2`, [
      itemId,
      token,
    ]);
    if (rows.length === 0) return;
    if ((await anybody.open(PROGRAMME)).html.includes(token)) {
      ledger.violated("The public programme was older than a save that had been answered.");
      return;
    }
  }
  ledger.count("saves that are not shown in public");
}

/** Takes the papers of a meeting down, one after the other, spread over the whole storm. */
async function takerDown(storm: Storm): Promise<void> {
  const { ledger, database } = storm;
  const visitor = await signedIn(storm, "Democratic services");
  const { rows: papers } = await database.query<{ id: string; files: string[] }>(
    `SELECT p.id, array_agg(f.id::text) AS files FROM "Paper" p JOIN "PaperFile" f ON f."paperId" = p.id
     JOIN "Meeting" m ON m.id = p."meetingId" JOIN "Body" b ON b.id = m."bodyId"
     WHERE b.slug = $1 AND m.slug = '2016-10-11' AND p.audience = 'public' GROUP BY p.id`,
    [COMMITTEE],
  );
  const pace = (storm.end - performance.now()) / (papers.length + 1);
  for (const { id, files } of papers) {
    await wait(pace, undefined, { signal: storm.signal });
    const path = `/office/meetings/${COMMITTEE}/2016-10-11/take-down/${id}`;
    const page = await visitor.open(path);
    const form = filled(formWith("reason", page.html, path), { reason: "It names a person.", sure: "yes" });
    const answer = await visitor.send(form);
    if (answer.status !== 303) {
      ledger.violated(`A take-down was answered with ${answer.status}.`);
      continue;
    }
    ledger.takenDown.push({ paperId: id, fileIds: files });
    ledger.count("take-downs");
    await mustBeDown(storm, files);
  }
}

/** Neither the page of its meeting nor the door of the papers has the files. */
export async function mustBeDown(storm: Storm, files: readonly string[]): Promise<void> {
  const anybody = newVisitor(storm);
  const { html } = await anybody.open(MEETING);
  for (const file of files) {
    if (html.includes(file)) storm.ledger.violated("A page showed a paper that had been taken down.");
    const { status } = await anybody.open(`/papers/${file}`);
    if (status !== 404) storm.ledger.violated(`The file of a paper that had been taken down answered ${status}.`);
  }
}

/** Moves the business clock to and fro between 3 and 10 October, and reads it on the next public page. */
async function clockMover(storm: Storm): Promise<void> {
  const { ledger } = storm;
  const visitor = await signedIn(storm, "Administrator");
  for (let turn = 0; !isOver(storm); turn++) {
    const day = 3 + (turn % 8);
    const page = await visitor.open(CLOCK);
    const form = filled(formWith("date-day", page.html, CLOCK), {
      "date-day": String(day),
      "date-month": "10",
      "date-year": "2016",
      time: "09:00",
    });
    const answer = await visitor.send(form);
    if (answer.status !== 303) ledger.violated(`The clock did not move: ${answer.status}.`);
    ledger.count("moves of the clock");
    const home = await newVisitor(storm).open("/");
    if (!home.html.includes(`${day} October 2016`))
      ledger.violated("A page showed the day before the clock was moved.");
    await wait(5000, undefined, { signal: storm.signal });
  }
}
