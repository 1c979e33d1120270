import { describe, expect, test } from "vitest";
import type { DriverStep, RunSettings } from "../model/index.ts";
import { plainDrivers } from "./plain-drivers.ts";

function told(...[pay, decline]: readonly [DriverStep, DriverStep?]) {
  const checkout = { pay, ...(decline === undefined ? {} : { decline }) };
  return plainDrivers({ checkout } as unknown as RunSettings).checkout;
}

const plain: readonly DriverStep[] = [
  { request: "POST https://sandbox.example.com/api/v1/sessions/{sessionId}/mark-paid" },
  { request: "POST http://127.0.0.1:8080/__control/markPaid?session={sessionId}&now=true" },
  { request: "GET http://[::1]:8080", headers: { Accept: "application/json", "X-Environment": "staging" } },
  { request: "PUT http://localhost/pay", body: { id: "{sessionId}", as: ["card", 3, true, null] } },
];

const secret: readonly DriverStep[] = [
  { command: "./pay.sh {sessionId}" },
  { request: "POST https://hooks.example.com/T02AB9/{sessionId}" },
  { request: "POST https://hooks.example.com/kjhgfdsaqwertyuiop/pay" },
  { request: "POST https://hooks.example.com/xYqPzRtLmNo/pay" },
  { request: "POST https://user:word@hooks.example.com/pay" },
  { request: "POST https://hooks.example.com/pay?key=abc" },
  { request: "POST https://hooks.example.com/pay?session=a1b2c3d4" },
  { request: "POST https://hooks.example.com/pay#a1b2c3d4" },
  { request: "POST https://hooks.example.com/pay", headers: { "X-Api-Key": "staging" } },
  { request: "POST https://hooks.example.com/pay", headers: { "X-Environment": "s3cr3t-v4lue" } },
  { request: "POST https://hooks.example.com/pay", body: { deep: [{ pin: "12-34" }] } },
  { request: "POST https://hooks.example.com/pay", body: { token: "word" } },
  { request: "POST https://hooks.example.com/pay", body: "for {sessionId} with a1b2c3d4" },
];

describe("a report", () => {
  test.each(plain)("tells %j", (step) => {
    expect(told(step)).toEqual({ pay: step });
  });

  test.each(secret)("keeps %j to itself, and what stands beside it", (step) => {
    expect(told(step)).toBeUndefined();
    expect(told(plain[0] ?? step, step)).toBeUndefined();
  });

  test("tells the other drivers by the same measure", () => {
    const step = { request: "POST http://localhost/{refundId}" };
    const drivers = { refunds: { fail: step }, clock: { advance: step }, invites: { issue: step } };
    expect(plainDrivers(drivers as unknown as RunSettings)).toEqual(drivers);
    expect(plainDrivers({ invites: { tokens: ["one"] } } as unknown as RunSettings)).toEqual({});
  });
});
