// @ts-check
import { contentPolicy } from "./content-policy.mjs";

/** @import { CacheHandlerValue } from "next/dist/server/lib/incremental-cache" */

/**
 * Where Next keeps prerendered pages: in this process's memory, so that it starts empty after a restart, a reset or a restore.
 *
 * - A page is kept for a minute at most and then rendered while its reader waits. "3 days left" and "closed at noon" follow the
 *   clock, and Next would show yesterday's page once more to the first visitor of the day.
 * - publicPagesChanged() empties it. A rendering that began before that shows what was, so it is not kept; Next makes a handler
 *   for each request, which is how the handler knows when its rendering began.
 * - Who asks while a page is being rendered is given that rendering, by Next, whenever it began. So a change is not answered until
 *   the renderings that began before it have ended: whoever was told "done" reads what was done.
 * - It holds so many bytes and no more; what was not asked for longest goes first. Pages that were not found are not kept:
 *   addresses that nobody has are without number, and would push out the pages that people read.
 * - Every page leaves with a content policy of its own, kept or not.
 */

const LONGEST_MS = 60_000;
/** A rendering that fails tells nobody: no change waits for one longer than this. */
const LONGEST_RENDERING_MS = 3000;
const MOST_BYTES = Number(process.env.SCRUTINEER_PAGE_CACHE_MB || 32) * 1024 * 1024;

/** Written by pages that say no (no-such-page.tsx, broken-page.tsx in src/app/(public)/_lib); nobody's text can hold a tag. */
const SAYS_NO = /<meta name="scrutineer:status" content="(404|500)"\/>/;

/**
 * @typedef {{ entry: CacheHandlerValue, bytes: number, keptAt: number }} Kept
 * @typedef {{ pages: Map<string, Kept>, bytes: number, emptied: number, renderings: Set<Promise<void>> }} Store
 */

/**
 * One store a process, also where Next loads this module twice.
 *
 * @returns {Store}
 */
function theStore() {
  const kept = /** @type {typeof globalThis & { scrutineerPages?: Store }} */ (globalThis);
  kept.scrutineerPages ??= { pages: new Map(), bytes: 0, emptied: 0, renderings: new Set() };
  return kept.scrutineerPages;
}

export default class PublicPagesCache {
  #store = theStore();
  #begunAfter = this.#store.emptied;
  /** Ends the rendering that this handler was asked before. */
  #ended = () => {};

  /**
   * @param {string} key
   * @returns {Promise<CacheHandlerValue | null>}
   */
  async get(key) {
    const { pages } = this.#store;
    const kept = pages.get(key);
    if (!kept) return this.#begin();
    this.#drop(key, kept);
    if (Date.now() - kept.keptAt >= LONGEST_MS) return this.#begin();
    this.#keep(key, kept);
    return kept.entry;
  }

  /**
   * @param {string} key
   * @param {any} page as Next hands it over; what is written into it here also goes to whoever waits for it now
   * @param {{ cacheControl?: import("next/dist/server/lib/cache-control").CacheControl }} [context]
   * @returns {Promise<void>}
   */
  async set(key, page, context) {
    this.#ended();
    if (page?.kind === "APP_PAGE" && typeof page.html === "string") finish(page);
    const store = this.#store;
    const before = store.pages.get(key);
    if (before) this.#drop(key, before);
    if (!page || this.#begunAfter !== store.emptied || (page.status ?? 200) !== 200) return;

    const keptAt = Date.now();
    const bytes = sizeOf(key, page);
    if (bytes > MOST_BYTES) return;
    const entry = {
      value: page,
      lastModified: keptAt,
      ...(context?.cacheControl && { cacheControl: context.cacheControl }),
    };
    this.#keep(key, { entry, bytes, keptAt });
    for (const [oldest, kept] of store.pages) {
      if (store.bytes <= MOST_BYTES) break;
      this.#drop(oldest, kept);
    }
  }

  /** Whatever changed, every page may show it. */
  async revalidateTag() {
    const begunBefore = [...this.#store.renderings];
    this.#store.pages.clear();
    this.#store.bytes = 0;
    this.#store.emptied += 1;
    await Promise.all(begunBefore);
  }

  resetRequestCache() {}

  /**
   * What is not kept is rendered now.
   *
   * @returns {null}
   */
  #begin() {
    const { renderings } = this.#store;
    /** @type {Promise<void>} */
    const rendering = new Promise((resolve) => {
      const longest = setTimeout(resolve, LONGEST_RENDERING_MS);
      this.#ended = () => {
        clearTimeout(longest);
        resolve();
      };
    });
    renderings.add(rendering);
    rendering.then(() => renderings.delete(rendering));
    return null;
  }

  /**
   * A Map keeps the order in which it was filled: the last asked for stands last.
   *
   * @param {string} key
   * @param {Kept} kept
   */
  #keep(key, kept) {
    this.#store.pages.set(key, kept);
    this.#store.bytes += kept.bytes;
  }

  /**
   * @param {string} key
   * @param {Kept} kept
   */
  #drop(key, kept) {
    this.#store.pages.delete(key);
    this.#store.bytes -= kept.bytes;
  }
}

/**
 * What Next leaves to us: the content policy, and the status of a page that says it is not one.
 *
 * @param {{ html: string, headers?: Record<string, unknown>, status?: number }} page
 */
function finish(page) {
  // Next has set the address of a redirection already, and would add it a second time.
  const { location: _, ...headers } = page.headers ?? {};
  page.headers = { ...headers, "content-security-policy": contentPolicy(page.html) };
  const saysNo = SAYS_NO.exec(page.html)?.[1];
  if (saysNo) page.status = Number(saysNo);
}

/**
 * Strings take up to two bytes a character.
 *
 * @param {string} key
 * @param {any} page
 * @returns {number}
 */
function sizeOf(key, page) {
  let bytes = 2 * key.length + 1024;
  if (typeof page.html === "string") bytes += 2 * page.html.length;
  for (const part of [page.rscData, page.body, ...(page.segmentData?.values() ?? [])]) bytes += part?.byteLength ?? 0;
  return bytes;
}
