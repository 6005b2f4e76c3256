import * as z from "zod";

/* What forms of the settings have in common. */

/** A text that must say something, in no more than so many characters. */
export const words = (most: number, empty = "Write a few words.") =>
  z.string().trim().min(1, empty).max(most, `Shorten this to ${most} characters.`);

/** A text that may be left empty. */
export const maybeWords = (most: number) =>
  z.string().trim().max(most, `Shorten this to ${most} characters.`).default("");

export const email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email("Write an e-mail address, such as name@example.org."));

export const maybeEmail = z
  .string()
  .trim()
  .toLowerCase()
  .default("")
  .transform((typed) => typed || null)
  .pipe(z.email("Write an e-mail address, such as name@example.org.").nullable());

export const version = z.coerce.number().int();

/** One of a list, or nothing. */
export const maybeId = z
  .string()
  .default("")
  .transform((sent) => sent || null)
  .pipe(z.uuid().nullable());

/** Boxes that were ticked. */
export const ids = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((sent) => [sent].flat().filter((one) => one !== ""))
  .pipe(z.array(z.uuid()));
