import type { Person } from "@/domain/access/actor";
import { mergedText, mergedValue } from "@/domain/reports/merged-text";
import { asMarkdown } from "@/domain/reports/numbered-paragraphs";
import { LONGEST_REPORT, WRITTEN_IN } from "@/domain/reports/report";
import type { ReportContent } from "@/domain/reports/report-changes";
import type { Client, Tx } from "@/server/db";
import { ExpectedError } from "@/server/errors";
import { draftPlace } from "@/server/forms/draft-place";
import { keepDraft } from "@/server/forms/drafts";
import { getChangeable, type Sent } from "./changeable";
import { titleIn } from "./report-form";
import { partVersion } from "./versions";

/**
 * Puts what somebody typed together with what somebody else saved meanwhile, paragraph by paragraph, as typing of the first upon the
 * version of the second. Nothing of it is saved: they look at it, and save it themselves.
 * @param sent with the number of the version that both began from, in "began"
 * @throws ExpectedError not-found; refused; invalid, for the field and with the paragraphs that both changed
 */
export async function mergeTyping(tx: Tx, actor: Person, sent: Sent): Promise<void> {
  const { reportId, answers } = sent;
  const { row } = await getChangeable(tx, actor, sent, {
    ...{ needs: "report.edit", label: "Write the report", during: WRITTEN_IN },
    anyVersion: true,
  });
  const typed = { title: titleIn(answers), markdown: answers.text("markdown", LONGEST_REPORT) };
  const base = await versionBegunFrom(tx, reportId, Number.parseInt(answers.text("began"), 10) || 0);
  const title = mergedValue(base?.title ?? row.title, typed.title, row.title);
  const text = mergedText(asMarkdown(base?.paragraphs ?? []), typed.markdown, asMarkdown(row.text?.numbered ?? []));
  const inTheWay = {
    ...(title === null && { title: ["Both of you changed the title. Write the one that it is to have."] }),
    ...(text.kind === "both" && { markdown: text.changed.map(byHand) }),
  };
  if (title === null || text.kind === "both") throw new ExpectedError({ kind: "invalid", fields: inTheWay });
  const version = String(await partVersion(tx, reportId, "text"));
  const merged = { id: reportId, title, markdown: text.text, version, began: version };
  const place = draftPlace("report/text", reportId);
  if (place) await keepDraft(actor.personId, place, merged, tx);
}

const byHand = (beginning: string) =>
  `Put this paragraph together by hand, since both of you changed it: “${beginning}”.`;

/** What a text said when somebody began to type; null where nothing was written yet. */
async function versionBegunFrom(client: Client, reportId: string, number: number): Promise<ReportContent | null> {
  const version = await client.reportVersion.findFirst({
    // Before any version was saved by somebody, there may be what stood there before versions were kept.
    where: number > 0 ? { reportId, number } : { reportId, number: 1, byId: null },
    select: { content: true },
  });
  return (version?.content as ReportContent | undefined) ?? null;
}
