import { londonTime } from "@/domain/calendar/london-time";
import { formatTime } from "@/domain/calendar/plain-time";
import type { Section } from "@/domain/scoping/sections";
import type { ProposalChoices } from "@/server/scoping/choices";
import { type FormField, fieldsIn, inputsOf, saysTheSame, type Typed } from "@/server/scoping/form";
import type { ProposalPage } from "@/server/scoping/queries";
import { Nil } from "@/ui/gap";
import { Notice } from "@/ui/notice";
import { fieldLabel } from "./asked-fields";
import { DropForm } from "./drop-form";
import { VersionsForm } from "./versions-form";

/** Both versions of a part that two people wrote in, and what each of them changed. */
export function TwoVersions({
  proposal,
  section,
  choices,
  mine,
}: {
  proposal: ProposalPage;
  section: Section;
  choices: ProposalChoices;
  mine: Typed;
}) {
  const { typed: theirs, history } = proposal;
  const last = history.find(({ verb }) => verb === "save");
  const who = last ? `${last.by}, ${formatTime(londonTime(last.recordedAt))}` : "What is saved now";
  const was = wasTyped(mine);
  const differing = fieldsIn(section).filter((field) => !saysTheSame(field, mine, theirs));
  return (
    <>
      <div className="my-3">
        <Notice tone="warn" title={last ? `${last.by} saved this part first` : "Somebody saved this part first"}>
          <p>Nothing is lost: here is what you typed, beside what is saved. Choose line by line.</p>
          <DropForm id={proposal.id} section={section.key} onceKey={crypto.randomUUID()} />
        </Notice>
      </div>
      <VersionsForm
        key={proposal.version}
        proposal={{ id: proposal.id, version: proposal.version }}
        section={section.key}
        onceKey={crypto.randomUUID()}
        mine={JSON.stringify(mine)}
        label={`Two versions of “${section.title}”`}
        theirsHead={who}
        lines={differing.map((field) => ({
          name: field,
          field: fieldLabel(field, section),
          mine: shown(field, mine, choices),
          theirs: shown(field, theirs, choices),
          changed: whoChanged(field, was, mine, theirs),
        }))}
      />
    </>
  );
}

function whoChanged(field: FormField, was: Typed | undefined, mine: Typed, theirs: Typed): "mine" | "theirs" | "both" {
  if (was && saysTheSame(field, was, theirs)) return "mine";
  return was && saysTheSame(field, was, mine) ? "theirs" : "both";
}

/** What was saved when the reader began to type, as their form remembers it. */
export function wasTyped({ was }: Typed): Typed | undefined {
  try {
    return typeof was === "string" ? (JSON.parse(was) as Typed) : undefined;
  } catch {
    return undefined;
  }
}

/** What stands in a field, in words: names for keys, a date in one line. */
function shown(field: FormField, typed: Typed, choices: ProposalChoices) {
  const values = inputsOf(field).flatMap((input) => [typed[input] ?? []].flat());
  const words = values.filter(Boolean).map((value) => nameOf(value, choices));
  if (words.length === 0) return <Nil>Nothing</Nil>;
  const isDate = field === "endsOn" || field === "inForceOn";
  return <span className="whitespace-pre-line">{words.join(isDate ? " " : "\n")}</span>;
}

function nameOf(value: string, { leadMembers, leadOfficers, meetings, outcomes, topics }: ProposalChoices): string {
  const [topicId, part] = value.split(/:(.*)/s);
  if (part !== undefined && topics.some(({ id }) => id === topicId)) return `Stays behind: ${part}`;
  const choice = [...leadMembers, ...leadOfficers, ...meetings, ...outcomes].find((each) => each.value === value);
  return choice?.label ?? topics.find(({ id }) => id === value)?.title ?? value;
}
