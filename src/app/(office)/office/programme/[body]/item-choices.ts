import type { Choice, Choices } from "@/server/programme/choices";
import type { ItemChoices } from "./item-fields";

/** "Paul Leivers, Assistant Director": two people may have one name. */
const withTitle = ({ id, name, title }: Choice) => ({ value: id, label: title ? `${name}, ${title}` : name });

/** Who may lead an item and what it may serve, as its form lists them. */
export const choicesFor = ({ members, officers, outcomes }: Choices): ItemChoices => ({
  leadMember: members.map(withTitle),
  leadOfficer: officers.map(withTitle),
  outcome: outcomes.map(({ id, name }) => ({ value: id, label: name })),
});
