import { describe, expect, it } from "vitest";
import { addressOf, isHttps } from "./client-address";

const noted = (addresses: string) => new Headers({ "x-forwarded-for": addresses });

describe("where a request came from", () => {
  it.each(["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.1.2.3", "192.168.0.2", "fd00::1", undefined])(
    "through a proxy at %s is what the proxy noted, not what the client says before it",
    (proxy) => {
      expect(addressOf(noted("203.0.113.9, 198.51.100.10"), proxy)).toBe("198.51.100.10");
      expect(addressOf(noted("198.51.100.10"), proxy)).toBe("198.51.100.10");
    },
  );

  it.each(["203.0.113.7", "::ffff:203.0.113.7"])("without a proxy is %s, whatever the client says", (client) =>
    expect(addressOf(noted("127.0.0.1"), client)).toBe("203.0.113.7"),
  );

  it("is the other end where nothing was noted", () => {
    expect(addressOf(new Headers(), "2001:db8::7")).toBe("2001:db8::7");
    expect(addressOf(new Headers(), "127.0.0.1")).toBe("127.0.0.1");
    expect(addressOf(new Headers(), undefined)).toBe("unknown");
  });

  it("was https only where that is said", () => {
    expect(isHttps(new Headers({ "x-forwarded-proto": "https" }))).toBe(true);
    expect(isHttps(new Headers({ "x-forwarded-proto": "https, http" }))).toBe(false);
    expect(isHttps(new Headers())).toBe(false);
  });
});
