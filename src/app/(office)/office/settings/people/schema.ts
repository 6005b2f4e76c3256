import * as z from "zod";
import { email, maybeEmail, maybeWords, version, words } from "../typed";

const facts = {
  name: words(120, "Write the name."),
  familyName: words(80, "Write the family name, by which lists are sorted."),
  email: maybeEmail,
  phone: maybeWords(40).transform((typed) => typed || null),
};

export const newPersonSchema = z.object(facts);

const whose = { id: z.uuid(), slug: z.string() };

export const personSchema = z.object({ ...whose, version, ...facts });

export const aliasSchema = z.object({ ...whose, alias: words(120, "Write the other spelling.") });

export const dropAliasSchema = z.object({ ...whose, aliasId: z.uuid() });

export const mergeSchema = z.object({ ...whose, version, otherId: z.uuid("Choose the other record.") });

export const inviteSchema = z.object({ ...whose, email });
