import { canRead, type Readable, type ReadScope } from "@/domain/access/read-scope";

/** The columns that decide who reads a record: select them with whatever one record leads to. */
export const ACCESS = { audience: true, bodyId: true, areaId: true, portfolioId: true, keepers: true } as const;

/**
 * The record that another leads to, if the reader may see it. A list can be narrowed in its query; a single relation cannot, and
 * comes with its row.
 */
export const visible = <Row extends Readable>(scope: ReadScope, row: Row | null | undefined): Row | null =>
  row && canRead(scope, row) ? row : null;
