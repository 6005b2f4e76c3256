/** A form as a browser without scripts finds it on a page: its fields with what stands in them, of repeated ones all. */
export type FilledForm = { action: string; fields: [name: string, value: string][] };

const FORM = /<form\b([^>]*)>([\s\S]*?)<\/form>/g;
const FIELD =
  /<(input|button)\b([^>]*)>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>/g;
const OPTION = /<option\b([^>]*)>/g;

/**
 * The form of a page that has the field.
 * @param address of the page, where a form without an action goes
 * @throws Error where there is none
 */
export function formWith(field: string, html: string, address: string): FilledForm {
  for (const [, attributes = "", content = ""] of html.matchAll(FORM)) {
    const fields = fieldsIn(content);
    const hasField = fields.some(([name]) => name === field) || content.includes(`name="${field}"`);
    if (hasField) return { action: attribute("action", attributes) || address, fields };
  }
  throw new Error(`${address} has no form with the field “${field}”.`);
}

/**
 * The form of a page that has the button, by its words.
 * @param address of the page, where a form without an action goes
 * @throws Error where there is none
 */
export function formOf(button: string, html: string, address: string): FilledForm {
  for (const [, attributes = "", content = ""] of html.matchAll(FORM))
    if (content.includes(`>${button}</button>`))
      return { action: attribute("action", attributes) || address, fields: fieldsIn(content) };
  throw new Error(`${address} has no form with the button “${button}”.`);
}

/** The form of a page that goes to an address. @throws Error where there is none */
export function formTo(action: string, html: string): FilledForm {
  for (const [, attributes = "", content = ""] of html.matchAll(FORM))
    if (attribute("action", attributes) === action) return { action, fields: fieldsIn(content) };
  throw new Error(`The page has no form that goes to ${action}.`);
}

/** The same form with other values; a field that was not there is added, as a ticked box or a chosen button is. */
export function filled({ action, fields }: FilledForm, values: Readonly<Record<string, string>>): FilledForm {
  return { action, fields: [...fields.filter(([name]) => !(name in values)), ...Object.entries(values)] };
}

/** Of a form that shows two versions side by side, the names of the pairs to choose from. */
export const choicesIn = (html: string): string[] => [
  ...new Set([...html.matchAll(/name="(choose-[^"]+)"/g)].map(([, name = ""]) => name)),
];

function fieldsIn(content: string): FilledForm["fields"] {
  const fields: FilledForm["fields"] = [];
  for (const [, tag, attributes = "", area, text = "", select, options = ""] of content.matchAll(FIELD)) {
    const name = attribute("name", area ?? select ?? attributes);
    if (!name) continue;
    if (area !== undefined) fields.push([name, decoded(text.replace(/^\n/, ""))]);
    else if (select !== undefined) {
      for (const [, option = ""] of options.matchAll(OPTION))
        if (/\sselected\b/.test(option)) fields.push([name, attribute("value", option)]);
    } else if (tag === "input") {
      const isBox = /\stype="(checkbox|radio)"/.test(attributes);
      if (!isBox || /\schecked\b/.test(attributes)) fields.push([name, attribute("value", attributes)]);
    }
  }
  return fields;
}

const attribute = (name: string, attributes: string): string =>
  decoded(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? "");

const decoded = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
