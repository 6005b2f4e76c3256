import * as z from "zod";

/* The kinds of field that settings are made of. What is stored and what a form sends are read by the same schema: a form's numbers
   are texts, an empty text is nothing, and a row left blank is no row. Paths of what is wrong are those of the form's fields. */

export const word = (most: number) =>
  z.string("Write a few words.").trim().max(most, `Shorten this to ${most} characters.`);
export const words = (most: number) => word(most).min(1, "Write a few words.");

export const tick = z.preprocess((sent) => sent === true || sent === "yes", z.boolean());

export const number = (least: number, most: number) =>
  z.preprocess(
    (sent) => (typeof sent === "string" ? (sent.trim() === "" ? null : Number(sent)) : (sent ?? null)),
    z
      .number(`Write a whole number from ${least} to ${most}.`)
      .int("Write a whole number.")
      .min(least, `Write ${least} or more.`)
      .max(most, `Write ${most} or less.`)
      .nullable(),
  );

export const given = (least: number, most: number) =>
  number(least, most).pipe(z.number(`Write a whole number from ${least} to ${most}.`));

export const list = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess(
    (sent) => (sent === undefined || sent === "" ? [] : [sent].flat()),
    z.array(z.enum(values)).transform((chosen) => values.filter((value) => chosen.includes(value))),
  );

/** Rows by their place in the form; those whose `told` field is empty are left out. */
export const rows = <Row extends z.ZodType>(row: Row, told: string, most: number) =>
  z.unknown().transform((sent, context): z.output<Row>[] => {
    const read: z.output<Row>[] = [];
    for (const [place, one] of Object.entries(sent ?? {})) {
      const tells = (one as Record<string, unknown> | null)?.[told];
      if (typeof tells !== "string" || tells.trim() === "") continue;
      const found = row.safeParse(one);
      if (found.success) read.push(found.data);
      else
        for (const { message, path } of found.error.issues)
          context.addIssue({ code: "custom", message, path: [place, ...path] });
    }
    if (read.length > most) context.addIssue({ code: "custom", message: `Keep to ${most} rows.`, path: ["0", told] });
    return read;
  });
