import { formatDate } from "@/domain/calendar/plain-date";
import type { Choice, Choices } from "@/server/programme/choices";
import type { ItemValues } from "@/server/programme/item-values";
import { Bullets } from "@/ui/bullets";
import { Fact, Facts } from "@/ui/facts";
import { Nil } from "@/ui/gap";
import { FIELDS, typeWords } from "../../item-words";

/** What an item said when it ended. */
export function ItemFacts({ values, choices }: { values: ItemValues; choices: Choices }) {
  const named = (ids: readonly string[], from: readonly Choice[]) =>
    ids.map((id) => from.find((choice) => choice.id === id)?.name).join(", ") || <Nil>Not given</Nil>;
  return (
    <Facts>
      <Fact term={FIELDS.purpose}>{values.purpose || <Nil>Not given</Nil>}</Fact>
      <Fact term={FIELDS.type}>{typeWords(values.type)}</Fact>
      <Fact term={FIELDS.linesOfEnquiry}>
        {values.linesOfEnquiry.length > 0 ? <Bullets>{values.linesOfEnquiry}</Bullets> : <Nil>Not given</Nil>}
      </Fact>
      <Fact term={FIELDS.leadMember}>{named(values.leadMember, choices.members)}</Fact>
      <Fact term={FIELDS.leadOfficer}>{named(values.leadOfficer, choices.officers)}</Fact>
      <Fact term={FIELDS.outcome}>{named(values.outcome, choices.outcomes)}</Fact>
      <Fact term={FIELDS.target}>{values.target ? formatDate(values.target) : <Nil>To be confirmed</Nil>}</Fact>
    </Facts>
  );
}
