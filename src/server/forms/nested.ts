/** "groups-maxMonths" becomes { groups: { maxMonths } }: what a form sent, in the shape of what it sets. */
export function nested(values: Readonly<Record<string, string | string[]>>): Record<string, unknown> {
  const whole: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(values)) {
    const path = name.split("-");
    const last = path.pop() ?? name;
    let inside = whole;
    for (const step of path) {
      const next = inside[step];
      if (typeof next !== "object" || next === null) inside[step] = Object.create(null);
      inside = inside[step] as Record<string, unknown>;
    }
    inside[last] = value;
  }
  return whole;
}
