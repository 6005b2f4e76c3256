/** Says at once what is wrong where the tests are run by hand without a site, rather than in each of them. */
export default function requiresSite(): void {
  const missing = ["E2E_BASE_URL", "SCRUTINEER_STATE", "DATABASE_OWNER_URL"].filter((name) => !process.env[name]);
  if (missing.length > 0)
    throw new Error(`The browser's tests need a site of their own (${missing.join(", ")}): run \`npm test e2e\`.`);
}
