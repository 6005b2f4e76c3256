import { notFound } from "next/navigation";
import { requirePerson } from "@/server/auth/session";

/** Addresses of the office that lead nowhere keep the office around them, and tell nobody who is not signed in. */
export default async function Nowhere(): Promise<never> {
  await requirePerson();
  notFound();
}
