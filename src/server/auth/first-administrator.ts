import { freeSlug } from "@/domain/wording/slug";
import { recordAudit } from "@/server/audit/record";
import { inTransaction } from "@/server/db";
import { invalid, notFound } from "@/server/errors";
import { todayIn } from "@/server/forms/change";
import { spendToken } from "./links";
import { hashPassword } from "./password";
import { passwordProblem } from "./passwords";

export type FirstAdministrator = { council: string; name: string; email: string; password: string };

/**
 * Makes the first account of a new installation, by the link that its first start printed.
 * @throws ExpectedError not-found for a link that opens nothing, or where there is an account already; invalid for a password that
 *   will not do, and the link stays good
 */
export async function makeFirstAdministrator(token: string, given: FirstAdministrator): Promise<void> {
  const { council, name, email, password } = given;
  const problem = passwordProblem(password, email);
  if (problem) throw invalid("password", problem);
  const passwordHash = await hashPassword(password);
  await inTransaction(async (tx) => {
    if (!(await spendToken(tx, ["first_administrator"], token))) throw notFound();
    if (await tx.account.findFirst({ select: { id: true } })) throw notFound();
    const today = await todayIn(tx);
    await tx.council.upsert({
      where: { id: 1 },
      create: { id: 1, name: council, shortName: council },
      update: { name: council, shortName: council, version: { increment: 1 } },
    });
    const taken = await tx.person.findMany({ select: { slug: true } });
    const person = await tx.person.create({
      data: {
        name,
        familyName: name.split(/\s+/).at(-1) ?? name,
        slug: freeSlug(name, new Set(taken.map(({ slug }) => slug))),
        contact: { create: { email } },
        posts: { create: { kind: "administrator", title: "System administrator", from: today } },
        account: { create: { email, passwordHash } },
      },
      include: { account: true },
    });
    await recordAudit(tx, {
      actor: { kind: "system", job: "first administrator" },
      action: "account.make first",
      subject: { kind: "account", id: person.account?.id ?? person.id },
      happenedOn: today,
      after: { personId: person.id, name },
    });
  });
}
