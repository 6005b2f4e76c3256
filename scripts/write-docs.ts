/**
 * Writes docs/workflows.md and docs/permissions.md from the tables in src/domain: `npm run docs`. A test compares the two with
 * what this would write, so neither can be out of date.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { GRANTS, NEVER, type Permission, whoMay } from "@/domain/access/permissions";
import { ROLES, type Role } from "@/domain/access/role";
import { ALL_WORKFLOWS } from "@/domain/workflow/all-workflows";
import type { TableTransition, WorkflowTable } from "@/domain/workflow/workflow-table";

export const PAGES = { "docs/workflows.md": workflowsPage, "docs/permissions.md": permissionsPage } as const;

/** Every machine: a diagram, whom its records are open to, and who may take which step under which rules. */
export function workflowsPage(): string {
  return [
    "# Workflows",
    "Written by `npm run docs` from the tables in `src/domain/*/*-workflow.ts`: change those, not this page.",
    [
      "A step is taken by whoever has its permission (`permissions.md`), from the statuses named, when no rule finds anything",
      "hard. What a rule finds soft is shown, wants a reason and is recorded with the step. Where a step rests on an authority it",
      "cannot be taken without one. A rule is named for what it asks, and is a function of that name in the same file.",
    ].join("\n"),
    ALL_WORKFLOWS.map(({ name }) => `- [${capital(name)}](#${name.replaceAll(" ", "-")})`).join("\n"),
    ...ALL_WORKFLOWS.flatMap(machine),
  ]
    .join("\n\n")
    .concat("\n");
}

function machine({ name, startsAt, statuses, transitions }: WorkflowTable): string[] {
  return [
    `## ${capital(name)}`,
    [
      "```mermaid",
      "stateDiagram-v2",
      ...startsAt.map((status) => `  [*] --> ${status}`),
      ...transitions.flatMap(({ from, to, label }) =>
        from.flatMap((start) => to.map((end) => `  ${start} --> ${end}: ${label}`)),
      ),
      ...statuses.filter(({ final }) => final).map(({ status }) => `  ${status} --> [*]`),
      "```",
    ].join("\n"),
    table(
      ["status", "shown as", "open to", ""],
      statuses.map(({ status, label, audience, unless, final }) => [
        `\`${status}\``,
        label,
        unless ? `${audience}; ${unless}` : audience,
        final ? "final" : "",
      ]),
    ),
    table(
      ["from", "step", "to", "who", "rests on", "rules"],
      transitions.map((transition) => [
        code(transition.from),
        `${transition.label} (\`${transition.name}\`)`,
        code(transition.to),
        `${whoMay(transition.needs)} (\`${transition.needs}\`)`,
        transition.restsOn.map((kind) => kind.replaceAll("_", " ")).join(" or "),
        rules(transition),
      ]),
    ),
  ];
}

const rules = ({ rules, asksReason }: TableTransition) =>
  [...rules.map((rule) => `\`${rule}\``), ...(asksReason ? ["gives a reason"] : [])].join(", ");

/** Who may do what, whatever the status: a row a permission, a column a role. */
export function permissionsPage(): string {
  const roles = Object.keys(ROLES) as Role[];
  const permissions = Object.keys(GRANTS) as Permission[];
  const cell = (permission: Permission, role: Role) => {
    if (NEVER[permission]?.includes(role)) return "never";
    return GRANTS[permission].some((granted) => granted === role) ? "✔" : "";
  };
  return [
    "# Permissions",
    "Written by `npm run docs` from `src/domain/access/permissions.ts`: change that, not this page.",
    [
      "A role is what somebody is to one record, on the day of the business clock: it follows from seats, posts and their relation",
      "to the record, and a person may have several. *Never* outweighs any ✔ the same person has by another role. Whether a step is",
      "open as well depends on the record's status and the rules (`workflows.md`); who may read what is in `access.md`.",
    ].join("\n"),
    table(
      ["", "role"],
      roles.map((role, index) => [`${index + 1}`, `${ROLES[role]} (\`${role}\`)`]),
    ),
    table(
      ["permission", ...roles.map((_role, index) => `${index + 1}`)],
      permissions.map((permission) => [`\`${permission}\``, ...roles.map((role) => cell(permission, role))]),
    ),
  ]
    .join("\n\n")
    .concat("\n");
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const code = (statuses: readonly string[]) => statuses.map((status) => `\`${status}\``).join(", ");
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, page] of Object.entries(PAGES)) {
    writeFileSync(path, page());
    console.log(`Written: ${path}`);
  }
}
