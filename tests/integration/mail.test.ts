import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db, inTransaction } from "@/server/db";
import { startJobs } from "@/server/jobs/boss";
import { keepHouse } from "@/server/jobs/housekeeping";
import { JOBS_SCHEMA } from "@/server/jobs/queues";
import { postMail } from "@/server/mail/post";
import { listOutbox } from "@/server/mail/queries";
import { sendMail } from "@/server/mail/send";
import { emptyDatabase } from "../support/database";
import { openMailbox } from "../support/mailbox";
import { setClock } from "../support/people";
import { signedIn } from "../support/settings";

let mailbox: Awaited<ReturnType<typeof openMailbox>>;

beforeAll(async () => {
  mailbox = await openMailbox();
});
afterAll(() => mailbox.close());

beforeEach(async () => {
  await emptyDatabase();
  await setClock();
  await db.businessClock.update({ where: { id: 1 }, data: { demonstration: false, standsAt: null } });
  mailbox.taken.length = 0;
  mailbox.refuse(null);
  vi.stubEnv("SCRUTINEER_SMTP_URL", mailbox.url);
  vi.stubEnv("SCRUTINEER_MAIL_FROM", "Scrutiny <scrutiny@example.org>");
});

const message = {
  to: "helen@example.org",
  subject: "A new\r\nBcc: x@example.org",
  text: "Zoë, open this.",
  cause: "account.invite",
};
const post = () => inTransaction((tx) => postMail(tx, message));
const waitingJobs = async () => {
  const [row] = await db.$queryRawUnsafe<{ jobs: bigint }[]>(
    `SELECT count(*) AS jobs FROM ${JOBS_SCHEMA}.job WHERE name = 'send-mail' AND state = 'created'`,
  );
  return Number(row?.jobs);
};
const only = () => db.mail.findFirstOrThrow();

describe("a message", () => {
  it("is posted with its cause, and not at all when that is undone", async () => {
    await expect(
      inTransaction(async (tx) => {
        await postMail(tx, message);
        throw new Error("undone");
      }),
    ).rejects.toThrow("undone");
    expect(await db.mail.count()).toBe(0);
    await post();
    expect((await only()).text).not.toContain("open this");
  });

  it("is sent once to a real mail server, and is not kept", async () => {
    await post();
    const { id } = await only();
    expect(await sendMail({ mailId: id })).toEqual({ done: { outcome: "sent" } });
    expect(await sendMail({ mailId: id })).toEqual({ done: { outcome: "sent before" } });
    expect(mailbox.taken).toHaveLength(1);
    expect(mailbox.taken[0]).toContain("Subject: A new Bcc: x@example.org");
    expect(mailbox.taken[0]).not.toMatch(/^Bcc:/m);
    expect(mailbox.taken[0]).toContain(id);
    expect(await only()).toMatchObject({ text: "", sentAt: expect.any(Date), failure: null });
  });

  it("that the server does not take is kept, with what it said, and goes through later", async () => {
    await post();
    const { id } = await only();
    mailbox.refuse("Mailbox is full");
    await expect(sendMail({ mailId: id })).rejects.toThrow("Mailbox is full");
    expect(await only()).toMatchObject({ sentAt: null, failure: expect.stringContaining("Mailbox is full") });
    mailbox.refuse(null);
    expect(await sendMail({ mailId: id })).toEqual({ done: { outcome: "sent" } });
  });

  it("waits where no mail server is set", async () => {
    vi.stubEnv("SCRUTINEER_SMTP_URL", "");
    await post();
    await expect(sendMail({ mailId: (await only()).id })).rejects.toThrow("No mail server");
  });

  it("goes out by the queue", async () => {
    await post();
    const jobs = await startJobs({ polling: 0.5 });
    try {
      await vi.waitFor(() => expect(mailbox.taken).toHaveLength(1), { timeout: 15_000 });
      await vi.waitFor(async () => expect((await only()).sentAt).not.toBeNull(), { timeout: 5000 });
    } finally {
      await jobs.stop();
    }
  });

  it("that no job is left for is taken up again when jobs start, and once a day", async () => {
    await post();
    await db.$executeRawUnsafe(`DELETE FROM ${JOBS_SCHEMA}.job`);
    const jobs = await startJobs({ polling: 0.5 });
    try {
      await vi.waitFor(() => expect(mailbox.taken).toHaveLength(1), { timeout: 15_000 });
      await vi.waitFor(async () => expect((await only()).sentAt).not.toBeNull(), { timeout: 5000 });
    } finally {
      await jobs.stop();
    }
    await post();
    await db.$executeRawUnsafe(`DELETE FROM ${JOBS_SCHEMA}.job`);
    expect(await keepHouse()).toMatchObject({ done: { mails: 1 } });
    expect(await waitingJobs()).toBe(1);
    expect(await keepHouse()).toMatchObject({ done: { mails: 1 } });
    expect(await waitingJobs()).toBe(1);
    expect(await keepHouse(new Date(Date.now() + 31 * 86_400_000))).toMatchObject({ done: { mails: 0 } });
  });

  it("of a demonstration is in the outbox, and nowhere else", async () => {
    await db.businessClock.update({ where: { id: 1 }, data: { demonstration: true } });
    await post();
    const { id } = await only();
    expect(await sendMail({ mailId: id })).toEqual({ done: { outcome: "kept in the outbox" } });
    expect(mailbox.taken).toEqual([]);
    const administrator = await signedIn("System Administrator", "administrator");
    expect(await listOutbox(administrator)).toMatchObject({
      demonstration: true,
      mails: [{ id, text: "Zoë, open this." }],
    });
    await expect(listOutbox(await signedIn("Helen Whitby", "democratic_services"))).rejects.toThrow("not-found");
    await db.businessClock.update({ where: { id: 1 }, data: { demonstration: false } });
    expect((await listOutbox(administrator)).mails[0]?.text).toBeNull();
  });
});
