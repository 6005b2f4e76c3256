import { shortened } from "@/domain/wording/shortened";
import type { ListedQuestion } from "@/server/questions/queries";
import { Gap } from "@/ui/gap";
import { Meta } from "@/ui/meta";
import { OfficeSection } from "@/ui/page";
import { QuestionTag } from "./question-tag";

/** What was asked at an item, in its order, each with the way to where its answer is recorded. */
export function AskedHere({
  questions,
  desk,
  isMinuted,
}: {
  questions: readonly ListedQuestion[];
  /** Whether all of it stands in the text of the minute. */
  isMinuted: boolean;
  /** The address of the desk of questions. */
  desk: `/office/${string}`;
}) {
  if (questions.length === 0) return null;
  return (
    <OfficeSection id="questions" title="Asked here" aside={String(questions.length)}>
      {questions.map(({ id, askedBy, text, status }) => (
        <div key={id} className="border-line border-b py-2">
          <a href={`${desk}/${id}`}>{askedBy}</a> <QuestionTag status={status} />
          <Meta as="div">{shortened(text, 160)}</Meta>
        </div>
      ))}
      {isMinuted ? null : (
        <p className="py-2">
          <Gap>Not all of it is in the text yet.</Gap> “Save, and take in what was asked” puts in what is missing, each
          answer after its question.
        </p>
      )}
    </OfficeSection>
  );
}
