import { expect, test } from "vitest";
import { sourceLine } from "./evidence.ts";

test("a source whose title is its code is said once", () => {
  const url = "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.1";
  expect(sourceLine({ code: "RFC 9110 §15.5.1", title: "RFC 9110 §15.5.1", url })).toBe(
    `RFC 9110 §15.5.1 · ${url}`,
  );
  expect(sourceLine({ code: "A", title: "About the API" })).toBe("A · About the API");
});
