import type { BodySetting } from "@/server/bodies/settings";

type Title = { setting: BodySetting; title: string; says: string };

/** The settings of a body, by the end of their address. */
export const SETTING_TITLES = {
  words: {
    setting: "labels",
    title: "Words",
    says: "What this body calls things; left empty, the council’s words stand.",
  },
  quorum: { setting: "quorum", title: "Quorum", says: "As standing orders have it (LGA 1972 s106)." },
  numbering: {
    setting: "numbering",
    title: "Minute numbers",
    says: "How the numbers of minutes run on, and how they are printed.",
  },
  agenda: {
    setting: "agendaTemplate",
    title: "Standing items of an agenda",
    says: "Every new agenda starts with these, in this order. A row without a title is no item.",
  },
  scoping: {
    setting: "scopingTemplate",
    title: "Scoping form",
    says: "What a proposal is asked, and without what it cannot be put forward. Proposals that are being drafted follow at once.",
  },
  "front-sheet": {
    setting: "frontSheet",
    title: "Front sheet of reports",
    says: "What a report says on its front. A required field that is blank stops the sign-off; “None” is an answer where you allow it.",
  },
  deadlines: {
    setting: "deadlines",
    title: "Deadlines before a meeting",
    says: "Counted back from the meeting, whose day is not counted.",
  },
  rules: {
    setting: "rules",
    title: "Rules",
    says: "Capacity, scoring, follow-ups, clearance of reports, replies to questions, and groups.",
  },
} as const satisfies Record<string, Title>;

export type SettingAddress = keyof typeof SETTING_TITLES;

/** Whether an address names one of them. */
export const isSettingAddress = (text: string): text is SettingAddress => Object.hasOwn(SETTING_TITLES, text);
