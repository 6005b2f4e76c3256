import { expect, test } from "vitest";
import { decodable } from "./decodable";

test.each([
  ["/committees/people-and-communities", "/committees/people-and-communities"],
  ["/topics/caf%C3%A9?x=%FF", "/topics/caf%C3%A9?x=%FF"],
  ["/", "/"],
  ["/papers/%00", "/papers/%00"],
])("%s is text, and stays as it is", (typed, read) => expect(decodable(typed)).toBe(read));

test.each([
  ["/committees/%FF", "/committees/%25FF"],
  ["/papers/%E0%A4%A", "/papers/%25E0%25A4%25A"],
  ["/caf%C3%A9/100%/x?y=1", "/caf%C3%A9/100%25/x?y=1"],
])("%s is no text, and leads to a page that is not there", (typed, read) => expect(decodable(typed)).toBe(read));
