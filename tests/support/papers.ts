import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/server/db";
import { storePaper } from "@/server/papers/storage";

/**
 * Papers of this file's tests are stored in a folder of its own, which goes when they end.
 * @returns what tells the folder, once a test runs
 */
export function storePapersAside(): () => string {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "papers-"));
    process.env.SCRUTINEER_DATA = folder;
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return () => folder;
}

type Meeting = Partial<Omit<Prisma.MeetingUncheckedCreateInput, "bodyId">>;

/** A meeting of the body on 11 October 2016, convened unless it is said otherwise. */
export async function createMeeting(bodyId: string, meeting: Meeting = {}): Promise<string> {
  const { id } = await db.meeting.create({
    data: {
      bodyId,
      slug: meeting.date ?? "2016-10-11",
      date: "2016-10-11",
      startTime: "10:00",
      place: "Committee Room 1",
      status: "convened",
      audience: "public",
      convenedOn: "2016-09-01",
      ...meeting,
    },
  });
  return id;
}

export async function createItem(
  bodyId: string,
  meetingId: string,
  item: Partial<Prisma.AgendaItemUncheckedCreateInput> = {},
): Promise<string> {
  const { id } = await db.agendaItem.create({
    data: { bodyId, meetingId, position: 1, title: "Budget monitoring", ...item },
  });
  return id;
}

export async function createPaper(
  bodyId: string,
  paper: Partial<Prisma.PaperUncheckedCreateInput> = {},
): Promise<string> {
  const { id } = await db.paper.create({ data: { bodyId, kind: "appendix", title: "Appendix 3", ...paper } });
  return id;
}

/** A file of the paper, stored and found clean, as open and as restricted as the paper says. */
export async function createFile(
  bodyId: string,
  paperId: string,
  content: Uint8Array | string = `Words of ${randomUUID()}`,
  file: Partial<Prisma.PaperFileUncheckedCreateInput> = {},
): Promise<{ id: string; bytes: Uint8Array; sha256: string }> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const { sha256, size } = await storePaper(bytes);
  const { id } = await db.paperFile.create({
    data: {
      bodyId,
      paperId,
      fileName: "appendix 3.pdf",
      mediaType: "application/pdf",
      size,
      sha256,
      scan: "clean",
      ...file,
    },
  });
  return { id, bytes, sha256 };
}
