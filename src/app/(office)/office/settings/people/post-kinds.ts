export const POST_KINDS = {
  officer: "Officer",
  director: "Director of an area",
  democratic_services: "Democratic services",
  scrutiny_officer: "Statutory scrutiny officer",
  proper_officer: "Proper officer (monitoring officer)",
  executive_support: "Support officer of the executive",
  administrator: "System administrator",
} as const;
