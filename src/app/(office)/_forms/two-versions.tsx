import type { FormState } from "@/app/_lib/form-state";
import { type FormValues, typedText } from "@/app/_lib/form-values";
import { Actions, Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { type VersionLine, Versions } from "@/ui/versions";
import { chooses } from "./version-choice";

/** What somebody else saved first. */
export type SavedFirst = { version: number; changedBy: string | null; values: FormValues };

/** What somebody else saved: now, or when the form was sent before; null where nobody did. */
export function savedFirstIn(state: FormState): SavedFirst | null {
  if (state.status === "untouched") return null;
  if (state.status === "failed" && state.failure.kind === "stale" && state.failure.current)
    return state.failure.current;
  return carried<SavedFirst>(typedText(state.values, "conflict"));
}

/**
 * What a form was opened with, as JSON. It goes along with what is typed, so that two versions can be compared with what was there
 * before both.
 */
export const openedWith = (sent: FormValues | undefined, values: FormValues): string =>
  typedText(sent, "base") || JSON.stringify(values);

/** What goes along with a form as JSON; null where there is none. */
export function carried<What>(text: string): What | null {
  try {
    return text === "" ? null : (JSON.parse(text) as What);
  } catch {
    return null; // Somebody wrote it by hand; the form is then as good as new.
  }
}

type Compared<Field extends string> = {
  /** "topic" */
  what: string;
  title: string;
  /** Of its heading, where the form stands. */
  level?: 2 | 3;
  savedFirst: SavedFirst;
  mine: FormValues;
  /** What the form was opened with. */
  base: FormValues;
  /** The fields, in the order of the form, and what each is called. */
  words: Readonly<Record<Field, string>>;
  /** A field as it reads, whatever the form sends for it; empty where it says nothing. */
  says: (field: Field, values: FormValues) => string;
};

/** Both versions side by side, to choose field by field; nothing that was typed is lost. It stands in the form. */
export function TwoVersions<Field extends string>(compared: Compared<Field>) {
  const { what, title, level = 2, savedFirst, mine, words } = compared;
  const lines = linesOf(compared);
  const who = savedFirst.changedBy ?? "Somebody else";
  const named = (some: typeof lines) => some.map(({ field }) => field).join(",");
  return (
    <>
      <Notice tone="warn" title={`Somebody saved this ${what} before you`} level={level}>
        <p>
          Saved by {who}, while you were writing. Nothing is lost: both versions are here.
          {lines.length > 0
            ? " Choose line by line; what you typed and do not choose stays in the history."
            : " They say the same, so there is nothing to choose."}
        </p>
      </Notice>
      <Typed values={mine} fields={Object.keys(words)} />
      <input type="hidden" name="conflict" value={JSON.stringify(savedFirst)} />
      <input type="hidden" name="lines" value={named(lines)} />
      <input type="hidden" name="typed" value={named(lines.filter(({ line }) => line.changed !== "theirs"))} />
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

/** What was typed goes along without being shown: a field may be sent more than once, and a date is sent in three. */
function Typed({ values, fields }: { values: FormValues; fields: readonly string[] }) {
  return Object.entries(values)
    .filter(([name]) => fields.some((field) => name === field || name.startsWith(`${field}-`)))
    .flatMap(([name, value]) =>
      // biome-ignore lint/suspicious/noArrayIndexKey: the order is what was sent
      [value].flat().map((one, index) => <input key={`${name} ${index}`} type="hidden" name={name} value={one} />),
    );
}

function linesOf<Field extends string>({ mine, savedFirst, base, words, says }: Compared<Field>) {
  return (Object.keys(words) as Field[]).flatMap((field) => {
    const [my, their, before] = [says(field, mine), says(field, savedFirst.values), says(field, base)];
    if (my === their) return [];
    const chosen = mine[chooses(field)];
    const line: VersionLine = {
      name: chooses(field),
      field: words[field],
      mine: <span className="whitespace-pre-line">{my || "Not given"}</span>,
      theirs: <span className="whitespace-pre-line">{their || "Not given"}</span>,
      changed: my === before ? "theirs" : their === before ? "mine" : "both",
      chosen: chosen === "mine" || chosen === "theirs" ? chosen : undefined,
    };
    return [{ field, line }];
  });
}
