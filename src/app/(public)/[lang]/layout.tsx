import type { Metadata } from "next";
import type { ReactNode } from "react";
import { site } from "../_lib/site";

/** Made when they are first asked for, so that a build needs no database; kept until something changes. */
export const generateStaticParams = () => [];
export const revalidate = 60;

export async function generateMetadata(): Promise<Metadata> {
  const { council } = await site();
  const whose = `${council.name} scrutiny`;
  return { title: { template: `%s – ${whose}`, default: whose }, applicationName: whose };
}

export default function PublicLayout({ children }: { children: ReactNode }) {
  return children;
}
