import { notFound } from "next/navigation";

/** Whatever no other page answers to: the council's own page says so. */
export default function NoSuchPage() {
  notFound();
}
