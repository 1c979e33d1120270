import { describe, expect, test } from "vitest";
import type { DriverStep } from "../model/index.ts";
import { createInvites } from "./invites.ts";

const kept: string[] = [];

function issuing(step: DriverStep, answered: string) {
  const keepSecret = (value: string) => kept.push(value);
  return createInvites({ invites: { issue: step } }, { carry: async () => answered, keepSecret });
}

describe("a step that issues invites", () => {
  test.each([
    [
      "at its JSON pointer",
      { request: "POST https://x.example/i", token: "/data/token" },
      '{"data":{"token":"t1"}}',
    ],
    ["as the whole answer", { request: "POST https://x.example/i" }, " t1\n"],
    ["as what a command prints", { command: "make-invite" }, "t1\n"],
  ])("gives the token %s, and keeps it out of reports", async (_, step, answered) => {
    expect(await issuing(step, answered).issue()).toEqual({ token: "t1" });
    expect(kept.splice(0)).toEqual(["t1", "t", "t", "1t"]);
  });

  test.each([
    ["has no such member", { request: "POST https://x.example/i", token: "/token" }, "{}", "/token"],
    ["is no JSON", { request: "POST https://x.example/i", token: "/token" }, "<html>", "/token"],
    ["is empty", { command: "make-invite" }, "\n", "answered nothing"],
  ])("blocks the check when the answer %s", async (_, step, answered, says) => {
    await expect(issuing(step, answered).issue()).rejects.toMatchObject({
      code: "BLOCKED",
      message: expect.stringContaining(says),
    });
  });
});

describe("a list of invites", () => {
  const parts = { carry: async () => "", keepSecret: () => undefined };

  test("gives each token once, then blocks the check and says why", async () => {
    const invites = createInvites({ invites: { tokens: ["one", "two"] } }, parts);
    expect(await invites.issue()).toEqual({ token: "one" });
    expect((await invites.issue()).token).toBe("two");
    await expect(invites.issue()).rejects.toMatchObject({
      code: "BLOCKED",
      message: expect.stringContaining("all 2 tokens"),
    });
  });

  test("gives none to a check that needs new ones, and keeps what it has", async () => {
    const invites = createInvites({ invites: { tokens: ["one"] } }, parts);
    await expect(invites.issueNew()).rejects.toMatchObject({ code: "NOT_SERVED" });
    expect(await invites.issue()).toEqual({ token: "one" });
  });

  test("blocks the check when there is none", async () => {
    await expect(createInvites({}, parts).issue()).rejects.toMatchObject({ code: "BLOCKED" });
  });
});
