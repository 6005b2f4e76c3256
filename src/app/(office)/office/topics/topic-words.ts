import type { Option } from "@/ui/field";

/** What can be edited of a topic, in the order of the form, and what it is called. */
export const TOPIC_WORDS = {
  title: "Title",
  description: "What it is about",
  rationale: "Why it matters",
  parts: "Its parts",
  leadMember: "Lead member",
  leadOfficer: "Lead officer",
} as const;

export type TopicField = keyof typeof TOPIC_WORDS;

/** Who may lead it. */
export type Leads = { members: readonly Option[]; officers: readonly Option[] };
