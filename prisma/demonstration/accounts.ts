import { hashPassword } from "@/server/auth/password";
import { nameOf, type PersonSlug } from "./people";
import type { Ids, Tx } from "./register";

/** Everybody knows it: a demonstration shows it on its sign-in page. */
const PASSWORD = "scrutiny-2016";

/** One for each role, with what its holder is to the committee of the demonstration. */
const SIGN_INS: Partial<Record<PersonSlug, string>> = {
  "helen-whitby": "Democratic services",
  "david-walsh": "Chairman, People and Communities",
  "steve-butler": "Vice-Chairman, People and Communities",
  "kate-wheller": "Member, People and Communities",
  "joy-tubbs": "Co-opted member, votes on education",
  "andy-canning": "Councillor on no committee here",
  "paul-leivers": "Report author and lead officer",
  "sally-wernick": "Lead officer of a scoping proposal",
  "helen-coombes": "Director, Adult and Community Services",
  "jill-haynes": "Cabinet member, Adult Health, Care and Independence",
  "cabinet-support-officer": "Cabinet support",
  "statutory-scrutiny-officer": "Statutory scrutiny officer",
  "monitoring-officer": "Monitoring Officer, proper officer",
  "system-administrator": "Administrator",
};

export type SignIn = { name: string; post: string; email: string; password: string };

export async function loadAccounts(tx: Tx, people: Ids<PersonSlug>): Promise<SignIn[]> {
  const passwordHash = await hashPassword(PASSWORD);
  const signIns: SignIn[] = [];
  for (const [slug, post] of Object.entries(SIGN_INS) as [PersonSlug, string][]) {
    const email = `${slug.replaceAll("-", ".")}@example.org`;
    await tx.account.create({ data: { personId: people[slug], email, passwordHash } });
    await tx.personContact.create({ data: { personId: people[slug], email } });
    signIns.push({ name: nameOf(slug), post, email, password: PASSWORD });
  }
  return signIns;
}
