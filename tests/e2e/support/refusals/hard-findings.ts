import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ALL_WORKFLOWS } from "@/domain/workflow/all-workflows";

/** A hard finding that one of the rules of a step can give. */
export type HardFinding = { machine: string; step: string; code: string };

/**
 * Every hard finding of every machine, read out of the rules themselves: of each rule of each step the codes that it gives, by
 * itself or by what it calls. A rule, a step or a machine that comes later is in here from the moment it is written.
 * @param templated stands for the codes that are made from a body's template: of what the template requires
 */
export function hardFindings(templated: readonly string[]): HardFinding[] {
  return readMachines().findings.flatMap(({ codes, ...step }) =>
    [...new Set(codes.flatMap((code) => (code.includes("${") ? templated : [code])))].map((code) => ({
      ...step,
      code,
    })),
  );
}

/** The hard findings that no machine's rules give, as "folder: code": of what is entered, signed or set beside the steps. */
export function hardFindingsBeside(): string[] {
  const { seen } = readMachines();
  const found = domainFiles().flatMap((file) =>
    [...moduleAt(file).declarations].flatMap(([name, text]) =>
      // What every machine asks stands in the judge of them all.
      seen.has(`${file} ${name}`) || file.endsWith("/workflow.ts")
        ? []
        : ownCodes(text).map((code) => `${dirname(file).replace("src/domain/", "")}: ${code}`),
    ),
  );
  return [...new Set(found)];
}

/** Of each step the codes of its rules, and which declarations gave them. */
function readMachines() {
  const files = filesOfWorkflows();
  const seen = new Set<string>();
  const findings = ALL_WORKFLOWS.flatMap(({ name: machine, transitions }) => {
    const file = files.get(machine);
    if (!file) throw new Error(`No file in src/domain says “name: "${machine}"”.`);
    return transitions.map(({ name: step, rules, restsOn, asksReason }) => ({
      machine,
      step,
      codes: [
        ...(restsOn.length > 0 ? ["no-authority"] : []),
        ...(asksReason ? ["no-reason"] : []),
        ...rules.flatMap((rule) => {
          const ofRule = new Set<string>();
          const codes = hardCodes(fileOfRule(file, rule), rule, ofRule);
          for (const declaration of ofRule) seen.add(declaration);
          return codes;
        }),
      ],
    }));
  });
  return { findings, seen };
}

const domainFiles = (): string[] =>
  readdirSync("src/domain", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !/\.(test|fixture)\.ts$/.test(path))
    .map((path) => join("src/domain", path));

function filesOfWorkflows(): Map<string, string> {
  return new Map(
    domainFiles()
      .filter((file) => file.endsWith("-workflow.ts"))
      .map((file) => [/^ {2}name: "([^"]+)"/m.exec(readFileSync(file, "utf8"))?.[1] ?? "", file]),
  );
}

/** Where a rule of a workflow is written: beside it, or in a file that it takes its rules from. */
function fileOfRule(file: string, rule: string): string {
  const files = [file, ...new Set(moduleAt(file).imports.values())];
  const found = files.find((each) => moduleAt(each).declarations.has(rule));
  if (!found) throw new Error(`${file} has a rule ${rule}, and neither it nor what it imports declares one.`);
  return found;
}

type Module = {
  /** What the file declares, by name, without what is said about it. */
  declarations: ReadonlyMap<string, string>;
  /** The file that a name comes from. */
  imports: ReadonlyMap<string, string>;
};

const modules = new Map<string, Module>();

function moduleAt(file: string): Module {
  const known = modules.get(file);
  if (known) return known;
  const source = readFileSync(file, "utf8").replaceAll(/\/\*\*[\s\S]*?\*\/|^ *\/\/.*$/gm, "");
  const starts = [...source.matchAll(/^(?:export )?(?:const|function) (\w+)/gm)];
  const module = {
    declarations: new Map(
      starts.map(({ 1: name = "", index }, at) => [name, source.slice(index, starts[at + 1]?.index)] as const),
    ),
    imports: new Map(
      [...source.matchAll(/^import \{([^}]*)\} from "((?:@\/domain|\.)\/[^"]+)"/gm)].flatMap(
        ([, names = "", from = ""]) =>
          names
            .split(",")
            .map((name) => name.trim())
            .filter((name) => name !== "" && !name.startsWith("type "))
            .map((name) => [name, fileFrom(file, from)] as const),
      ),
    ),
  };
  modules.set(file, module);
  return module;
}

const fileFrom = (file: string, from: string): string =>
  from.startsWith("@/") ? join("src", `${from.slice(2)}.ts`) : join(dirname(file), `${from}.ts`);

/** The codes that a declaration gives, by itself or by what it uses. What passes its findings on as warnings gives none. */
function hardCodes(file: string, name: string, seen: Set<string>): string[] {
  if (seen.has(`${file} ${name}`)) return [];
  seen.add(`${file} ${name}`);
  const { declarations, imports } = moduleAt(file);
  const text = declarations.get(name);
  if (text === undefined) {
    const from = imports.get(name);
    return from ? hardCodes(from, name, seen) : [];
  }
  if (/\.\.\.finding, severity: "soft"/.test(text)) return [];
  const used = new Set(text.replaceAll(/"[^"\n]*"/g, "").match(/\b[A-Za-z]\w*\b/g));
  return [
    ...ownCodes(text),
    ...[...used]
      .filter((other) => other !== name && (declarations.has(other) || imports.has(other)))
      .flatMap((other) => hardCodes(file, other, seen)),
  ];
}

const CODE = /\bcode: (?:\w+ \? )?("[a-z-]+"(?: : "[a-z-]+")?|`[^\n]+`)/g;
const HOW_HARD = /refuseIf\(|warnIf\(|severity: ([^\n]*?)(?:,|\})/g;

/** The codes of the hard findings that are written out in a piece of code: how hard is said before the code. */
function ownCodes(text: string): string[] {
  return [...text.matchAll(CODE)].flatMap(({ 1: codes = "", index }) => {
    const said = [...text.slice(0, index).matchAll(HOW_HARD)].at(-1);
    if (!said) return [];
    const isHard = said[0] === "refuseIf(" || said[1]?.includes('"hard"');
    if (!isHard) return [];
    return codes.startsWith("`") ? [codes] : [...codes.matchAll(/"([a-z-]+)"/g)].map(([, code = ""]) => code);
  });
}
