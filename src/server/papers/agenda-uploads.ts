import type { Person } from "@/domain/access/actor";
import { refused } from "@/server/access/allowed";
import type { Tx } from "@/server/db";
import { ExpectedError, notFound } from "@/server/errors";
import { type AgendaMeeting, getAgendaMeeting, itemOf, recordAgenda } from "@/server/meetings/agenda-meeting";
import { publishChange } from "@/server/meetings/published-changes";
import { fileIn, paperIn, type SentFile } from "./paper-form";
import type { ReceivedUpload } from "./receive";
import { storeUpload } from "./scan";

type Sent = { meetingId: string; received: ReceivedUpload };

/**
 * Puts an uploaded paper under an item. On a published agenda it is a supplement, open from this instant unless it is restricted:
 * then it is listed with its reason, and withheld, whether or not the proper officer has signed yet.
 * @throws ExpectedError not-found; refused; invalid, all that is wrong at once
 */
export async function uploadPaper(tx: Tx, actor: Person, sent: Sent & { itemId: string | undefined }): Promise<void> {
  const meeting = await getAgendaMeeting(tx, actor, sent.meetingId, "Add a paper");
  const item = itemOf(meeting, sent.itemId);
  if (item.withdrawnAt) throw refused("wrong-status", "Not added: this item was withdrawn.");
  const { restriction, file, alternativeText, ...listing } = paperIn(sent.received);

  const paper = await tx.paper.create({
    select: { id: true, title: true },
    data: {
      ...listing,
      ...restriction,
      bodyId: meeting.bodyId,
      meetingId: meeting.id,
      agendaItemId: item.id,
      position: item.papers.length + 1,
      ...(meeting.isPublished && { audience: "public", openSince: meeting.clock.instant }),
    },
  });
  const isReport = listing.kind === "report";
  if (item.reporting === "none" || (item.reporting === "to_follow" && isReport))
    await tx.agendaItem.update({ where: { id: item.id }, data: { reporting: "paper", version: { increment: 1 } } });
  await nameFile(tx, actor, meeting, { paperId: paper.id, number: 1, file, alternativeText });
  await publishChange(tx, actor, meeting.id, {
    kind: "supplement",
    agendaItemId: item.id,
    paperId: paper.id,
    text: `“${paper.title}” was added.`,
  });
  await recordAgenda(tx, actor, meeting, {
    verb: "addPaper",
    after: { item: item.id, title: item.title, paper: paper.title, ...inWords(file) },
  });
}

type Corrected = Sent & { paperId: string | undefined; version: number };

/**
 * Puts a corrected file in the place of a paper's. Before anybody outside could read it, the file is its next version; after that
 * it is a new paper that takes the old one's place, and the public is told. What the proper officer signed was the old one.
 * @param sent.version the paper's
 * @throws ExpectedError not-found; refused for what is no uploaded paper, or is down; invalid; stale
 */
export async function correctPaper(tx: Tx, actor: Person, sent: Corrected): Promise<void> {
  const meeting = await getAgendaMeeting(tx, actor, sent.meetingId, "Correct a paper");
  const paper = await uploadedPaper(tx, meeting, sent.paperId);
  if (paper.version !== sent.version) throw new ExpectedError({ kind: "stale" });
  const { file, alternativeText } = fileIn(sent.received);
  // Two who correct one paper at once take turns here, and the second is stale.
  const unsigned = { restrictionSignedById: null, restrictionSignedOn: null };
  const wasOut = paper.audience === "public" && !paper.heldBack && paper.files.some(({ scan }) => scan === "clean");
  const { count } = await tx.paper.updateMany({
    where: { id: paper.id, version: sent.version },
    data: { ...(wasOut ? {} : unsigned), version: { increment: 1 } },
  });
  if (count === 0) throw new ExpectedError({ kind: "stale" });

  if (wasOut) {
    const { id: replacesId, files, version, openSince, pageFrom, pageTo, ...listing } = paper;
    const next = await tx.paper.create({
      select: { id: true },
      data: { ...listing, ...unsigned, replacesId, openSince: meeting.clock.instant },
    });
    await nameFile(tx, actor, meeting, { paperId: next.id, number: 1, file, alternativeText });
    await publishChange(tx, actor, meeting.id, {
      kind: "replacement",
      agendaItemId: paper.agendaItemId,
      paperId: next.id,
      text: `“${paper.title}” was replaced by a corrected file.`,
    });
  } else {
    const number = 1 + Math.max(0, ...paper.files.map((each) => each.number));
    await nameFile(tx, actor, meeting, { paperId: paper.id, number, file, alternativeText });
    if (!paper.heldBack)
      await publishChange(tx, actor, meeting.id, {
        kind: "supplement",
        agendaItemId: paper.agendaItemId,
        paperId: paper.id,
        text: `“${paper.title}” was put up.`,
      });
  }
  await recordAgenda(tx, actor, meeting, {
    verb: "correctPaper",
    before: { file: paper.files.at(-1)?.fileName ?? "" },
    after: { item: paper.agendaItemId, paper: paper.title, ...inWords(file) },
  });
}

/**
 * Takes an uploaded paper off an agenda that is not published yet. Its bytes go with the next housekeeping.
 * @throws ExpectedError not-found; refused once it is published, and where it is withheld from somebody; stale
 */
export async function removePaper(
  tx: Tx,
  actor: Person,
  { meetingId, paperId, version }: { meetingId: string; paperId: string | undefined; version: number },
): Promise<void> {
  const meeting = await getAgendaMeeting(tx, actor, meetingId, "Take a paper off");
  const paper = await uploadedPaper(tx, meeting, paperId);
  if (meeting.isPublished || paper.audience === "public")
    throw refused("wrong-status", "Not taken off: it was published with the agenda. Correct it, or take it down.");
  if ((await tx.withholding.count({ where: { paperId: paper.id } })) > 0)
    throw refused("wrong-status", "Not taken off: it is withheld from somebody, and that stays in the record.");
  // The paper first: whoever corrects it at this moment waits for its row.
  const { count } = await tx.paper.updateMany({
    where: { id: paper.id, version },
    data: { version: { increment: 1 } },
  });
  if (count === 0) throw new ExpectedError({ kind: "stale" });
  await tx.paperFile.deleteMany({ where: { paperId: paper.id } });
  await tx.paper.delete({ where: { id: paper.id } });
  await recordAgenda(tx, actor, meeting, {
    verb: "removePaper",
    before: { item: paper.agendaItemId, paper: paper.title, file: paper.files.at(-1)?.fileName ?? "" },
  });
}

type Held = { meetingId: string; paperId: string | undefined; version: number; heldBack: boolean };

/**
 * Holds an uploaded paper back from the publication to come, its place shown empty; or no longer, which after publication puts it
 * up, dated in public.
 * @throws ExpectedError not-found; refused for what is out already; stale
 */
export async function holdPaperBack(tx: Tx, actor: Person, { meetingId, paperId, version, heldBack }: Held) {
  const meeting = await getAgendaMeeting(tx, actor, meetingId, heldBack ? "Hold a paper back" : "Put a paper up");
  const paper = await uploadedPaper(tx, meeting, paperId);
  if (paper.heldBack === heldBack) return;
  if (heldBack && paper.audience === "public")
    throw refused("wrong-status", "Not held back: it was published with the agenda. Correct it, or take it down.");
  const isOpened = !heldBack && meeting.isPublished;
  const { count } = await tx.paper.updateMany({
    where: { id: paper.id, version },
    data: { heldBack, version: { increment: 1 }, ...(isOpened && { openSince: meeting.clock.instant }) },
  });
  if (count === 0) throw new ExpectedError({ kind: "stale" });
  await publishChange(tx, actor, meeting.id, {
    kind: "supplement",
    agendaItemId: paper.agendaItemId,
    paperId: paper.id,
    text: `“${paper.title}” was put up.`,
  });
  await recordAgenda(tx, actor, meeting, {
    verb: heldBack ? "holdPaperBack" : "putPaperUp",
    after: { item: paper.agendaItemId, paper: paper.title },
  });
}

/** A paper under an item of this meeting that is what was uploaded, and nothing that is written here. */
async function uploadedPaper(tx: Tx, meeting: AgendaMeeting, paperId: string | undefined) {
  const item = meeting.agenda.find(({ papers }) => papers.some(({ id }) => id === paperId));
  if (!item || !paperId) throw notFound();
  const { reportId, proposalId, takenDownAt, replacesId, ...paper } = await tx.paper.findUniqueOrThrow({
    where: { id: paperId },
    include: { files: { orderBy: { number: "asc" }, select: { number: true, scan: true, fileName: true } } },
  });
  if (reportId !== null || proposalId !== null)
    throw refused("wrong-status", "Not changed: this paper is written here. Correct it where it is written.");
  if (item.withdrawnAt) throw refused("wrong-status", "Not changed: this item was withdrawn.");
  return { ...paper, agendaItemId: item.id };
}

type Named = SentFile & { paperId: string; number: number };

/** The row and its bytes, last of all: whatever else is refused has kept nothing by then. */
const nameFile = (tx: Tx, actor: Person, meeting: AgendaMeeting, named: Named) =>
  storeUpload(tx, named.file, {
    paperId: named.paperId,
    bodyId: meeting.bodyId,
    number: named.number,
    alternativeText: named.alternativeText,
    storedById: actor.personId,
  });

const inWords = ({ fileName, size, sha256 }: SentFile["file"]) => ({ file: fileName, size, sha256 });
