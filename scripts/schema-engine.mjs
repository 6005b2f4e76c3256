// @ts-check
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/**
 * Prisma's own schema engine in WebAssembly. Its command line would download a native one at every command, which fails on a
 * closed network.
 *
 * @typedef {{ path: string, content: string }} SchemaFile
 */

/** PostgreSQL's internal one-byte type "char", which the adapter does not know and the engine reads. */
const CHAR = 18;
const CHAR_ARRAY = 1002;
const TEXT = 25;
const TEXT_ARRAY = 1009;
/** Prisma's number for a column of single characters. */
const CHARACTER_COLUMN = 6;

let isLoaded = false;

function load() {
  if (isLoaded) return;
  isLoaded = true;
  // The engine reports its own failures through this object, and fails on its absence instead.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (/** @type {string} */ text) => console.error(text) },
  });
  const path = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    .replace(/\.js$/, ".wasm");
  const module = new WebAssembly.Module(readFileSync(path));
  const instance = new WebAssembly.Instance(
    module,
    /** @type {WebAssembly.Imports} */ ({ "./schema_engine_bg.js": engine }),
  );
  engine.__wbg_set_wasm(instance.exports);
  /** @type {() => void} */ (instance.exports.__wbindgen_start)();
}

/**
 * Works with the engine on one connection, inside one transaction that is committed at the end. On an error all is undone,
 * the migrations' bookkeeping included: a start that was cut off leaves nothing behind that would stop the next.
 *
 * @template T
 * @param {string} address of the database, as its owner
 * @param {SchemaFile[]} schema
 * @param {(opened: engine.SchemaEngine) => Promise<T>} work
 * @param {(row: Record<string, unknown>) => boolean} [sees] false for a row of the catalogue that the engine is not to see
 * @returns {Promise<T>}
 * @throws what PostgreSQL said of the first statement that failed
 */
export async function inEngineTransaction(address, schema, work, sees = () => true) {
  load();
  const pool = new OnePool({ connectionString: address, max: 1, idleTimeoutMillis: 0, options: "-c timezone=UTC" });
  /** @type {Error | undefined} */
  let failure;
  const factory = new PrismaPg(pool);
  /** @type {<T extends object>(target: T, changed: Partial<Record<keyof T, unknown>>) => T} */
  const changing = (target, changed) =>
    new Proxy(target, {
      get(original, key) {
        const value =
          changed[/** @type {keyof typeof original} */ (key)] ?? original[/** @type {keyof typeof original} */ (key)];
        return typeof value === "function" ? value.bind(original) : value;
      },
    });
  const adapters = changing(factory, {
    connect: async () => {
      const adapter = await factory.connect();
      return changing(adapter, {
        queryRaw: async (/** @type {Parameters<typeof adapter.queryRaw>[0]} */ query) => {
          const result = await adapter.queryRaw(query);
          const isCharacter = (/** @type {string} */ name) => pool.characterColumns.has(name);
          return {
            ...result,
            rows: result.rows.filter((row) =>
              sees(Object.fromEntries(result.columnNames.map((name, i) => [name, row[i]]))),
            ),
            columnTypes: result.columnTypes.map((type, i) =>
              isCharacter(result.columnNames[i] ?? "") ? CHARACTER_COLUMN : type,
            ),
          };
        },
        // The adapter's own cuts scripts at every semicolon, those inside functions included.
        executeScript: async (/** @type {string} */ script) => {
          try {
            await pool.query(script);
          } catch (error) {
            failure ??= /** @type {Error} */ (error);
            throw error;
          }
        },
      });
    },
  });
  const opened = await engine.SchemaEngine.new(
    { datamodels: schema.map((file) => [file.path, file.content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapters),
  );
  try {
    await pool.query("BEGIN");
    const result = await work(opened);
    await pool.query("COMMIT");
    return result;
  } catch (error) {
    await pool.query("ROLLBACK").catch(() => {});
    throw failure ?? error;
  } finally {
    opened.free();
    await pool.end();
  }
}

/** A pool of one connection, so that everything the engine asks is asked inside our transaction. */
class OnePool extends pg.Pool {
  /** Names of columns that came back as "char". @type {Set<string>} */
  characterColumns = new Set();

  /**
   * @override
   * @param {any[]} args
   * @returns {Promise<any>}
   */
  // The many forms of pg's query are all passed on as they are.
  async query(...args) {
    // @ts-expect-error: TypeScript wants one of the forms
    const results = await super.query(...args);
    for (const result of [results].flat()) {
      for (const field of result?.fields ?? []) {
        if (field.dataTypeID === CHAR) {
          field.dataTypeID = TEXT;
          this.characterColumns.add(field.name);
        }
        if (field.dataTypeID === CHAR_ARRAY) field.dataTypeID = TEXT_ARRAY;
      }
    }
    return results;
  }
}
