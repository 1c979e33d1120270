import { describe, expect, test } from "vitest";
import { brokenBodies } from "./broken-bodies.ts";
import { callOf } from "./call.ts";
import { fixture } from "./fixtures.ts";
import { hostileBodies } from "./hostile-bodies.ts";
import { jsonSpellings } from "./media-types.ts";

const lawful = [
  { isEnabled: true },
  { amount: 1 },
  { email: "owner@example.com", password: "pässwörd-of-sixteen" },
  { paymentMethods: ["card", "ideal"] },
  fixture<object>("order"),
];

describe.each(lawful)("made of %j", (json) => {
  const call = callOf("login", "/auth/login", { json });

  test.each(brokenBodies)("$name is no JSON", ({ apply }) => {
    const { raw } = apply(call);
    expect(() => JSON.parse(String(raw))).toThrow(SyntaxError);
  });

  test.each(jsonSpellings)("$name is the same JSON", ({ apply }) => {
    expect(JSON.parse(String(apply(call).raw))).toEqual(json);
  });

  test("hostile bodies are all different, and differ from the lawful one", () => {
    const texts = hostileBodies(call).map(({ apply }) =>
      Buffer.from(apply(call).raw ?? "").toString("latin1"),
    );
    expect(new Set([...texts, JSON.stringify(json)]).size).toBe(texts.length + 1);
  });
});

test("there are at least 25 broken texts", () => {
  expect(brokenBodies.length).toBeGreaterThanOrEqual(25);
});
