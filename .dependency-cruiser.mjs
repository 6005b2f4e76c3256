const only = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    only(
      "domain-is-pure",
      "The domain is plain TypeScript: no framework, no database, no clock, no other layer. Of libraries it has plain dates, the parser of Markdown, and the difference of two texts.",
      { path: "^src/domain", pathNot: "\\.(test|fixture)\\.ts$" },
      {
        pathNot:
          "^(src/domain|node_modules/(temporal-polyfill|unified|remark-(parse|gfm|rehype)|rehype-sanitize|diff)/)",
      },
    ),
    only(
      "server-knows-no-pages",
      "Use cases do not know they are on the web; only the session does.",
      { path: "^src/server", pathNot: "^src/server/auth" },
      { path: "^(src/app|src/ui|node_modules/(next|react|react-dom|next-auth)/)" },
    ),
    only(
      "ui-is-given-what-it-shows",
      "Components are given what they show; they fetch nothing.",
      { path: "^src/ui" },
      { path: "^(src/app|src/server|src/generated)" },
    ),
    only(
      "prisma-stays-in-server",
      "Pages and the domain never see the database.",
      { path: "^src", pathNot: "^src/(server|generated)" },
      { path: "^(src/generated|src/server/db|node_modules/@prisma)" },
    ),
    only(
      "public-pages-have-no-session",
      "Public pages show what anyone may see, whoever is looking.",
      { path: "^src/app/\\(public\\)" },
      { path: "^src/server/auth", reachable: true },
    ),
    only(
      "commands-share-through-the-domain",
      "A use case does not call another noun's use case: what both need is a rule of the domain.",
      { path: "^src/server/([^/]+)/commands" },
      { path: "^src/server/[^/]+/commands", pathNot: "^src/server/$1/" },
    ),
    only("no-cycles", "If two modules need each other they are one module.", {}, { circular: true }),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: "^src/generated/prisma/internal",
  },
};
