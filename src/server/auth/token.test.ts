import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { cookieName, cookieOptions, keyIn, tokenOf } from "./token";

beforeEach(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret for this test, long enough");
  vi.stubEnv("NEXTAUTH_URL", "http://localhost:3000");
});
afterEach(() => vi.unstubAllEnvs());

describe("the cookie", () => {
  it("carries the key encrypted, and is read only as we wrote it", async () => {
    const token = await tokenOf("the key");
    expect(token).not.toContain("the key");
    expect(await keyIn(token)).toBe("the key");
    expect(await keyIn(`${token.slice(0, -6)}AAAAAA`)).toBeNull();
    expect(await keyIn("nonsense")).toBeNull();
    expect(await keyIn(undefined)).toBeNull();
    vi.stubEnv("NEXTAUTH_SECRET", "another secret, as after a restore");
    expect(await keyIn(token)).toBeNull();
  });

  it("is never written with a secret that nobody chose", async () => {
    vi.stubEnv("NEXTAUTH_SECRET", "");
    await expect(tokenOf("the key")).rejects.toThrow("NEXTAUTH_SECRET");
  });

  it("is out of reach for scripts and other sites, and for plain http once the site is on https", () => {
    expect(cookieName()).toBe("next-auth.session-token");
    expect(cookieOptions(false)).toMatchObject({ httpOnly: true, sameSite: "lax", path: "/", secure: false });
    expect(cookieOptions(true).secure).toBe(true);
    vi.stubEnv("NEXTAUTH_URL", "https://scrutiny.example.gov.uk");
    expect(cookieName()).toBe("__Secure-next-auth.session-token");
    expect(cookieOptions(false).secure).toBe(true);
  });
});
