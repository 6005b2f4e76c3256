import { awaitsSignature, type Paper } from "@/domain/papers/paper";
import type { Finding, Rule } from "@/domain/workflow/workflow";
import { type AgendaItem, numberAgenda } from "./agenda";
import type { Meeting } from "./meeting";

/** Notice of a meeting gives its time and place: LGA 1972 s100A(6)(a). */
const hasTimeAndPlace: Rule<Meeting> = ({ startTime, place }) => {
  const found: Finding[] = [];
  const rule = { severity: "hard", authority: "LGA 1972 s100A(6)(a)" } as const;
  if (!startTime?.trim())
    found.push({ ...rule, code: "no-time", sentence: "Say at what time the meeting starts.", field: "startTime" });
  if (!place?.trim())
    found.push({ ...rule, code: "no-place", sentence: "Say where the meeting is held.", field: "place" });
  return found;
};

/** The agenda is what is published: LGA 1972 s100B(1). */
const hasAgenda: Rule<Meeting> = ({ agenda }) =>
  agenda.some(isOnIt)
    ? []
    : [
        {
          severity: "hard",
          code: "no-agenda",
          sentence: "Put at least one item on the agenda: the public is told what the meeting is about.",
          authority: "LGA 1972 s100B(1)",
          field: "agenda",
        },
      ];

/**
 * Only the proper officer excludes a report from what is published (LGA 1972 s100B(2)), so a restriction nobody has signed is
 * an open question. Holding the paper back answers it for tonight.
 */
const restrictionsAreSigned: Rule<Meeting> = ({ agenda }) =>
  papersOf(agenda)
    .filter(({ paper }) => awaitsSignature(paper) && !paper.heldBack)
    .map(({ paper, number }) => ({
      severity: "hard",
      code: "restriction-unsigned",
      sentence: `Have the proper officer sign the restriction of “${paper.title}” at item ${number}, or hold the paper back.`,
      authority: "LGA 1972 s100B(2)",
      field: "agenda",
    }));

/** Five clear days, or since convening at shorter notice: LGA 1972 s100B(4)(a). Short notice is published with what follows. */
const meetsClearDays: Rule<Meeting> = ({ notice }) =>
  notice.meets
    ? []
    : [
        {
          severity: "soft",
          code: "short-notice",
          sentence: `Publish now and the agenda ${notice.words}. An item can then be taken only if whoever presides finds it urgent, for reasons that go into the minutes. Otherwise postpone, or convene the meeting again.`,
          authority: "LGA 1972 s100B(4)",
        },
      ];

/** Reports for a meeting are open to inspection with its agenda: LGA 1972 s100B(1). */
const hasItsReports: Rule<Meeting> = ({ agenda }) =>
  numbered(agenda)
    .filter(({ item }) => isOnPaper(item) && item.papers.every(({ kind }) => kind === "appendix"))
    .map(({ item, number }) =>
      gap(
        "missing-report",
        "LGA 1972 s100B(1)",
      )(
        `The report at item ${number}, “${item.title}”, is not here. The agenda will say so, and the report counts its own clear days when it is put up.`,
      ),
    );

/** What is left out of a publication is left out in the open: published, with the gap stated. */
const holdsNothingBack: Rule<Meeting> = ({ agenda }) =>
  papersOf(agenda)
    .filter(({ paper }) => paper.heldBack)
    .map(({ paper, number }) =>
      gap(
        "paper-held-back",
        "LGA 1972 s100B(1)",
      )(`“${paper.title}” at item ${number} is held back. The agenda will show its place, empty.`),
    );

/** Documents on a public body's website are to be accessible: Public Sector Bodies Accessibility Regulations 2018. */
const isAccessible: Rule<Meeting> = ({ agenda }) =>
  papersOf(agenda)
    .filter(({ paper }) => paper.accessible === false && paper.restriction === "public" && !paper.heldBack)
    .map(({ paper, number }) =>
      gap(
        "inaccessible-paper",
        "SI 2018/952",
      )(
        `“${paper.title}” at item ${number} cannot be read with a screen reader. It will be published with an offer of another format.`,
      ),
    );

/** Exempt only while the public interest in keeping it back outweighs that in disclosing it: LGA 1972 Sch 12A para 10. */
const exemptPapersGiveReasons: Rule<Meeting> = ({ agenda }) =>
  exemptPapers(agenda)
    .filter(({ paper }) => !paper.publicInterest?.trim())
    .map(({ paper, number }) =>
      gap(
        "no-public-interest-reason",
        "LGA 1972 Sch 12A para 10",
      )(
        `“${paper.title}” at item ${number} is exempt and says no reason why. Its placeholder will say that none is recorded.`,
      ),
    );

/** The same of what is exempt and is only said aloud. */
const privateItemsGiveReasons: Rule<Meeting> = ({ agenda }) =>
  numbered(agenda)
    .filter(({ item }) => item.inPrivate === "exempt" && !item.publicInterest?.trim())
    .map(({ item, number }) =>
      gap(
        "no-public-interest-reason",
        "LGA 1972 Sch 12A para 10",
      )(
        `No reason is given why item ${number}, “${item.title}”, is likely to be taken in private. The agenda will say that none is recorded.`,
      ),
    );

/** The public is excluded by a resolution naming the business and the paragraph: LGA 1972 s100A(4)-(5). */
const exemptBusinessHasExclusion: Rule<Meeting> = ({ agenda }) => {
  const exempt = numbered(agenda).filter(({ item }) => isExempt(item));
  if (exempt.length === 0 || numbered(agenda).some(({ item }) => item.kind === "exclusion")) return [];
  const where = exempt.map(({ number }) => number).join(", ");
  return [
    gap(
      "no-exclusion-item",
      "LGA 1972 s100A(4)-(5)",
    )(
      `What is exempt is to be discussed at item ${where}, and no item excludes the public. Add one before, or it cannot be discussed.`,
    ),
  ];
};

/** All that is asked when an agenda is published. */
export const publicationRules: readonly Rule<Meeting>[] = [
  hasTimeAndPlace,
  hasAgenda,
  restrictionsAreSigned,
  meetsClearDays,
  hasItsReports,
  holdsNothingBack,
  isAccessible,
  exemptPapersGiveReasons,
  privateItemsGiveReasons,
  exemptBusinessHasExclusion,
];

const gap =
  (code: string, authority: string) =>
  (sentence: string): Finding => ({ severity: "soft", code, sentence, authority, field: "agenda" });

const isOnPaper = ({ reporting }: AgendaItem) => reporting === "paper" || reporting === "to_follow";

const isOnIt = ({ withdrawnAt }: AgendaItem) => withdrawnAt === null;

/** Numbered with the withdrawn ones, which keep their numbers, and then without them. */
const numbered = (agenda: readonly AgendaItem[]) => numberAgenda(agenda).filter(({ item }) => isOnIt(item));

const papersOf = (agenda: readonly AgendaItem[]): { paper: Paper; number: string }[] =>
  numbered(agenda).flatMap(({ item, number }) => item.papers.map((paper) => ({ paper, number })));

const isExempt = ({ inPrivate, papers }: AgendaItem) =>
  inPrivate === "exempt" || papers.some(({ restriction }) => restriction === "exempt");

const exemptPapers = (agenda: readonly AgendaItem[]) =>
  papersOf(agenda).filter(({ paper }) => paper.restriction === "exempt");
