import { defineConfig } from "prisma/config";

/**
 * For Prisma's own command line, should anybody use it: ours are `npm run db:migrate` and `npm run db:migration`. The address is
 * not asked for here, because generating the client must work without a database.
 */
export default defineConfig({
  schema: "prisma",
  migrations: { path: "prisma/migrations" },
  ...(process.env.DATABASE_OWNER_URL && { datasource: { url: process.env.DATABASE_OWNER_URL } }),
});
