import { expect, test } from "vitest";
import { nearest } from "./nearest.ts";

test.each([
  ["clams", "claims"],
  ["cliams", "claims"],
  ["base_path", "basePath"],
  ["api-key", "apiKey"],
  ["TIMEOUT", "timeout"],
  ["expectedFailures", undefined],
  ["x", undefined],
  ["", undefined],
])("%s is meant to be %s", (word, meant) => {
  expect(nearest(word, ["claims", "basePath", "apiKey", "timeout", "url"])).toBe(meant);
});
