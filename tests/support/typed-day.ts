/** A day as the three boxes of a date send it. */
export function day(name: string, date: string): Record<string, string> {
  const [year = "", month = "", dayOfMonth = ""] = date.split("-");
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year };
}
