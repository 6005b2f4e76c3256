import { describe, expect, it } from "vitest";
import { addressOf, isHttps } from "./client-address";

describe("where a request came from", () => {
  it("is what the nearest proxy noted, not what the client says", () => {
    expect(addressOf(new Headers({ "x-forwarded-for": "203.0.113.9, 192.0.2.10" }))).toBe("192.0.2.10");
    expect(addressOf(new Headers({ "x-forwarded-for": "192.0.2.10" }))).toBe("192.0.2.10");
    expect(addressOf(new Headers())).toBe("unknown");
  });

  it("was https only where that is said", () => {
    expect(isHttps(new Headers({ "x-forwarded-proto": "https" }))).toBe(true);
    expect(isHttps(new Headers({ "x-forwarded-proto": "https, http" }))).toBe(false);
    expect(isHttps(new Headers())).toBe(false);
  });
});
