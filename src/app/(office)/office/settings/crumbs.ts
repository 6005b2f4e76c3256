export const SETTINGS_CRUMB = { href: "/office/settings", label: "Settings" };
export const BODIES_CRUMB = { href: "/office/settings/bodies", label: "Bodies" };
export const PEOPLE_CRUMB = { href: "/office/settings/people", label: "People" };
