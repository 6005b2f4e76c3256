/** The council's own sign-in, as the environment names it. */
export type OpenIdSettings = { issuer: string; clientId: string; clientSecret: string; label: string };

/** @returns null where none is set, or not all of it */
export function openIdSettings(env: NodeJS.ProcessEnv = process.env): OpenIdSettings | null {
  const { SCRUTINEER_OIDC_ISSUER: issuer, SCRUTINEER_OIDC_CLIENT_ID: clientId } = env;
  const { SCRUTINEER_OIDC_CLIENT_SECRET: clientSecret, SCRUTINEER_OIDC_LABEL: label } = env;
  if (!issuer || !clientId || !clientSecret) return null;
  return { issuer, clientId, clientSecret, label: label || "your council account" };
}
