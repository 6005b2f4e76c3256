import { shortened } from "@/domain/wording/shortened";
import type { ListedQuestion } from "@/server/questions/queries";
import { Meta } from "@/ui/meta";
import { OfficeSection } from "@/ui/page";
import { QuestionTag } from "./question-tag";

/** What was asked at an item, in its order, each with the way to where its answer is recorded. */
export function AskedHere({
  questions,
  desk,
}: {
  questions: readonly ListedQuestion[];
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
    </OfficeSection>
  );
}
