import { type FormValues, typedList, typedText } from "@/app/_lib/form-values";
import { formatDate, isPlainDate } from "@/domain/calendar/plain-date";
import { Actions, Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { type VersionLine, Versions } from "@/ui/versions";
import type { ItemChoices } from "../../item-fields";
import { FIELDS, type FieldName, TYPES } from "../../item-words";

/** What somebody else saved first. */
export type Conflict = { version: number; changedBy: string | null; values: FormValues };

type Sides = { mine: FormValues; theirs: FormValues; base: FormValues; choices: ItemChoices };

/** Both versions side by side, to choose field by field; nothing that was typed is lost. It stands in the form. */
export function ItemVersions({
  title,
  conflict,
  ...sides
}: { title: string; conflict: Conflict } & Omit<Sides, "theirs">) {
  const lines = linesOf({ ...sides, theirs: conflict.values });
  const who = conflict.changedBy ?? "Somebody else";
  return (
    <>
      <Notice tone="warn" title="Somebody saved this item before you">
        <p>
          Saved by {who}, while you were writing. Nothing is lost: both versions are here.
          {lines.length > 0
            ? " Choose line by line; what you typed and do not choose stays in the history."
            : " They say the same, so there is nothing to choose."}
        </p>
      </Notice>
      <Kept
        values={sides.mine}
        except={["version", "onceKey", "base", "conflict", "lines", "typed", "keep", "id", "body"]}
      />
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

/** What was typed goes along, field by field, without being shown. */
function Kept({ values, except }: { values: FormValues; except: readonly string[] }) {
  return Object.entries(values)
    .filter(([name]) => !except.includes(name) && !name.startsWith("choose-"))
    .flatMap(([name, value]) =>
      // biome-ignore lint/suspicious/noArrayIndexKey: the order is what was sent
      [value].flat().map((one, index) => <input key={`${name} ${index}`} type="hidden" name={name} value={one} />),
    );
}

function linesOf({ mine, theirs, base, choices }: Sides): { field: FieldName; line: VersionLine }[] {
  return (Object.keys(FIELDS) as FieldName[]).flatMap((field) => {
    const says = (values: FormValues) => wordsFor(field, values, choices);
    const [my, their, before] = [says(mine), says(theirs), says(base)];
    if (my === their) return [];
    const changed = my === before ? "theirs" : their === before ? "mine" : "both";
    const chosen = mine[`choose-${field}`];
    const line: VersionLine = {
      name: `choose-${field}`,
      field: FIELDS[field],
      mine: <span className="whitespace-pre-line">{my}</span>,
      theirs: <span className="whitespace-pre-line">{their}</span>,
      changed,
      chosen: chosen === "mine" || chosen === "theirs" ? chosen : undefined,
    };
    return [{ field, line }];
  });
}

/** A field as it reads, whatever the form sends for it. */
function wordsFor(field: FieldName, values: FormValues, choices: ItemChoices): string {
  switch (field) {
    case "leadMember":
    case "leadOfficer":
    case "outcome": {
      const named = typedList(values, field).filter((id) => id !== "");
      const labels = named.map((id) => choices[field].find(({ value }) => value === id)?.label ?? "Somebody else");
      return (field === "outcome" ? labels.toSorted() : labels).join("\n") || "Not given";
    }
    case "type": {
      const type = typedText(values, field);
      return TYPES[type as keyof typeof TYPES] ?? type;
    }
    case "target": {
      const [day, month, year] = ["day", "month", "year"].map((part) => typedText(values, `target-${part}`));
      const date = `${year?.padStart(4, "0")}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
      return isPlainDate(date) ? formatDate(date) : [day, month, year].filter(Boolean).join(" ") || "To be confirmed";
    }
    default:
      return typedText(values, field).replaceAll("\r\n", "\n").trim() || "Not given";
  }
}
