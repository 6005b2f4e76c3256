import { beforeEach, expect, test, vi } from "vitest";
import { seal, unseal } from "./sealed";

beforeEach(() => vi.stubEnv("SCRUTINEER_SECRET", "a secret of at least thirty-two characters"));

test("opens again, and never looks the same twice", () => {
  const sealed = seal("mail", "Zoë’s link");
  expect(unseal("mail", sealed)).toBe("Zoë’s link");
  expect(seal("mail", "Zoë’s link")).not.toBe(sealed);
  expect(sealed).toMatch(/^[\w.-]+$/);
});

test("does not open for another purpose, with another secret, or changed", () => {
  const sealed = seal("mail", "text");
  expect(unseal("second factor", sealed)).toBeNull();
  expect(unseal("mail", `A${sealed.slice(1)}`.replace(/^AA/, "BA"))).toBeNull();
  expect(unseal("mail", "")).toBeNull();
  vi.stubEnv("SCRUTINEER_SECRET", "another secret of at least thirty-two characters");
  expect(unseal("mail", sealed)).toBeNull();
});

test("is not done without a secret", () => {
  vi.stubEnv("SCRUTINEER_SECRET", "");
  expect(() => seal("mail", "text")).toThrow("SCRUTINEER_SECRET");
});
