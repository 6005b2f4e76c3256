import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { issueToken, readToken, renewedToken } from "./showing-token";

const NOW = Date.UTC(2016, 9, 3, 9);
const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

beforeEach(() => vi.stubEnv("SCRUTINEER_SECRET", "a secret of more than thirty-two characters"));
afterEach(() => vi.unstubAllEnvs());

describe("the token of a public form", () => {
  test("is good from 3 seconds to a day after the form was shown", () => {
    const token = issueToken(NOW);
    const kinds = [0, 2.9 * SECOND, 3 * SECOND, HOUR, 24 * HOUR, 24 * HOUR + 1].map(
      (later) => readToken(token, NOW + later).kind,
    );
    expect(kinds).toEqual(["early", "early", "good", "good", "good", "late"]);
  });

  test("carries a key that nobody else has, and keeps it", () => {
    const [one, other] = [issueToken(NOW), issueToken(NOW)];
    const keyOf = (token: string) => readToken(token, NOW + HOUR);
    expect(keyOf(one)).not.toEqual(keyOf(other));
    expect(keyOf(one)).toEqual(keyOf(one));
  });

  test("sent once more it need not wait, and is the same sending", () => {
    const token = issueToken(NOW);
    const late = readToken(token, NOW + 25 * HOUR);
    const again = readToken(renewedToken(late, NOW + 25 * HOUR), NOW + 25 * HOUR);
    expect(again).toEqual({ kind: "good", key: late.kind === "late" ? late.key : "" });
    expect(readToken(renewedToken({ kind: "damaged" }, NOW), NOW).kind).toBe("good");
  });

  test("counts for nothing when any of it was changed, made up or signed with another secret", () => {
    const token = issueToken(NOW);
    const [at = "", key = "", signature = ""] = token.split(".");
    const changed = [
      "",
      "x",
      `${Number(at) - HOUR}.${key}.${signature}`,
      `${at}.${"a".repeat(24)}.${signature}`,
      `${at}.${key}.${signature.slice(1)}`,
      `${at}.${key}.`,
      `${token}.x`,
      `${at}.${key}.${"é".repeat(43)}`,
    ];
    expect(changed.map((one) => readToken(one, NOW + HOUR).kind)).toEqual(changed.map(() => "damaged"));
    vi.stubEnv("SCRUTINEER_SECRET", "another secret of more than thirty-two characters");
    expect(readToken(token, NOW + HOUR).kind).toBe("damaged");
  });

  test("is not made without a secret, which anybody could sign with", () => {
    vi.stubEnv("SCRUTINEER_SECRET", "");
    expect(() => issueToken(NOW)).toThrow("SCRUTINEER_SECRET is not set.");
  });
});
