import { type FormValues, typedText } from "@/app/_lib/form-values";
import { Actions, Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { type VersionLine, Versions } from "@/ui/versions";
import { type Leads, TOPIC_WORDS, type TopicField } from "../topic-words";

/** What somebody else saved first. */
export type Conflict = { version: number; changedBy: string | null; values: FormValues };

type Sides = { mine: FormValues; theirs: FormValues; base: FormValues; leads: Leads };

const FIELDS = Object.keys(TOPIC_WORDS) as TopicField[];

/** Both versions side by side, to choose field by field; nothing that was typed is lost. It stands in the form. */
export function TopicVersions({
  title,
  conflict,
  ...sides
}: { title: string; conflict: Conflict } & Omit<Sides, "theirs">) {
  const lines = linesOf({ ...sides, theirs: conflict.values });
  const who = conflict.changedBy ?? "Somebody else";
  return (
    <>
      <Notice tone="warn" title="Somebody saved this topic before you" level={3}>
        <p>
          Saved by {who}, while you were writing. Nothing is lost: both versions are here.
          {lines.length > 0
            ? " Choose line by line; what you typed and do not choose stays in the history."
            : " They say the same, so there is nothing to choose."}
        </p>
      </Notice>
      {FIELDS.map((field) => (
        <input key={field} type="hidden" name={field} value={typedText(sides.mine, field)} />
      ))}
      <input type="hidden" name="conflict" value={JSON.stringify(conflict)} />
      <input type="hidden" name="lines" value={lines.map(({ field }) => field).join(",")} />
      <input
        type="hidden"
        name="typed"
        value={lines
          .filter(({ line }) => line.changed !== "theirs")
          .map(({ field }) => field)
          .join(",")}
      />
      {lines.length > 0 ? (
        <>
          <Versions label={`Two versions of ${title}`} theirsHead={who} lines={lines.map(({ line }) => line)} />
          <Actions>
            <Button>Save what I chose</Button>
            <Button second name="keep" value="theirs">
              Keep theirs, drop mine
            </Button>
          </Actions>
        </>
      ) : (
        <Actions>
          <Button name="keep" value="theirs">
            Open it as it stands
          </Button>
        </Actions>
      )}
    </>
  );
}

function linesOf({ mine, theirs, base, leads }: Sides): { field: TopicField; line: VersionLine }[] {
  return FIELDS.flatMap((field) => {
    const says = (values: FormValues) => wordsFor(field, typedText(values, field), leads);
    const [my, their, before] = [says(mine), says(theirs), says(base)];
    if (my === their) return [];
    const changed = my === before ? "theirs" : their === before ? "mine" : "both";
    const chosen = mine[`choose-${field}`];
    return [
      {
        field,
        line: {
          name: `choose-${field}`,
          field: TOPIC_WORDS[field],
          mine: my || "Nothing",
          theirs: their || "Nothing",
          changed,
          chosen: chosen === "mine" || chosen === "theirs" ? chosen : undefined,
        },
      },
    ];
  });
}

/** People by their names; what was typed with one kind of line end. */
function wordsFor(field: TopicField, value: string, { members, officers }: Leads): string {
  const choices = field === "leadMember" ? members : field === "leadOfficer" ? officers : [];
  return choices.find((choice) => choice.value === value)?.label ?? value.replaceAll("\r\n", "\n").trim();
}
