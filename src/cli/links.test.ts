import { expect, test } from "vitest";
import { knowsLinks } from "./links.ts";

test.each([
  [{ TERM_PROGRAM: "iTerm.app" }],
  [{ TERM_PROGRAM: "vscode" }],
  [{ TERM: "xterm-kitty" }],
  [{ VTE_VERSION: "6003" }],
  [{ KONSOLE_VERSION: "220401" }],
  [{ WT_SESSION: "1" }],
  [{ FORCE_HYPERLINK: "1", CI: "true" }],
])("a terminal takes links: %j", (env) => {
  expect(knowsLinks(env)).toBe(true);
});

test.each([
  [{}],
  [{ TERM: "xterm-256color" }],
  [{ VTE_VERSION: "4600" }],
  [{ TERM_PROGRAM: "Apple_Terminal" }],
  [{ TERM_PROGRAM: "vscode", CI: "true" }],
  [{ TERM: "xterm-kitty", FORCE_HYPERLINK: "0" }],
])("a terminal is not known to take links: %j", (env) => {
  expect(knowsLinks(env)).toBe(false);
});
