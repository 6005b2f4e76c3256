// @ts-check
import { createHash } from "node:crypto";

/** Whatever a public page loads comes from this site; it is framed by nobody and sends its forms nowhere else. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** How the framework's own inline scripts begin. One that a record smuggled into a page begins otherwise, and must not run. */
const OF_THE_FRAMEWORK =
  /^(\(?self\.__next_[a-z]+|\(globalThis\["TURBOPACK"\]|requestAnimationFrame\(function\(\)\{\$RT=|\$R[A-Z][=(])/;

/**
 * The Content-Security-Policy of one finished page: its own scripts by address, and the framework's inline ones each by its hash.
 *
 * @param {string} html
 * @returns {string}
 */
export function contentPolicy(html) {
  const hashes = new Set();
  for (const [, code = ""] of html.matchAll(INLINE_SCRIPT)) {
    if (OF_THE_FRAMEWORK.test(code)) hashes.add(`'sha256-${createHash("sha256").update(code).digest("base64")}'`);
  }
  return [...POLICY, ["script-src 'self'", ...hashes].join(" ")].join("; ");
}
