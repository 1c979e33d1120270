import { describe, expect, it } from "vitest";
import { check } from "./check.ts";
import type { WireSchema } from "./schema-name.ts";

const id = "5b0e7d1c-6a0f-4b57-9f43-0d5a4c1e7b21";
const now = "2026-03-02T08:15:00Z";

const application = { id, name: "Shop", description: "Web", isEnabled: true, createdAt: now };
const key = {
  id,
  applicationId: id,
  fullKey: "ks_test_x1",
  keyPrefix: "ks_test_",
  description: "a",
  createdAt: now,
};
const routing = { selectedProvider: "stripe", score: 0.9 };
const checkoutUrl = "https://pay.example/x";
const created = { sessionId: id, checkoutUrl, status: "PENDING", routing, expiresAt: now, createdAt: now };
const repaid = { id: "r1", amount: 1.5, currency: "AUD", status: "COMPLETED" };
const session = {
  id,
  orderReference: "o1",
  status: "SUCCEEDED",
  providerName: null,
  paymentMethod: "card",
  expiresAt: now,
  createdAt: now,
  updatedAt: null,
  refunds: [repaid],
};
const refund = {
  refundId: "r1",
  sessionId: id,
  status: "PENDING",
  amount: 1,
  currency: "AUD",
  createdAt: now,
};
const hook = {
  id: "wh_1",
  url: "https://a.example",
  isActive: true,
  keyFingerprint: "whsec_12****abcd",
  subscribedEvents: ["session.completed"],
  lastTestAt: null,
  lastTestStatus: null,
  createdAt: now,
  updatedAt: null,
};
const tested = { success: true, httpStatusCode: 204, responseBody: "", latencyMs: 1.5, deliveredAt: now };
const page = {
  items: [],
  page: 1,
  limit: 10,
  totalItems: 0,
  totalPages: 0,
  hasPreviousPage: false,
  hasNextPage: false,
};
const error = { statusCode: 400, message: "No", error: "Bad Request" };

type Case = readonly [title: string, schema: WireSchema, value: unknown];

const lawful: readonly Case[] = [
  ["an instant without a fraction", "application", application],
  ["milliseconds", "application", { ...application, createdAt: "2026-03-02T08:15:00.123Z" }],
  ["nanoseconds", "application", { ...application, createdAt: "2026-03-02T08:15:00.123456789Z" }],
  ["an offset of zero", "application", { ...application, createdAt: "2026-03-02T08:15:00+00:00" }],
  ["an upper-case id", "application", { ...application, id: id.toUpperCase() }],
  ["a time-ordered id", "application", { ...application, id: "01890a5d-ac96-774b-bcce-b302099a8057" }],
  ["further members", "application", { ...application, merchant: { tier: 3 } }],
  ["a null description", "application", { ...application, description: null }],
  ["an empty description", "application", { ...application, description: "" }],
  ["no description", "application", { id, name: "Shop", isEnabled: true, createdAt: now }],
  ["a live key", "api-key-created", { ...key, fullKey: "ks_live_x1" }],
  ["a bare entry of a key list", "api-key", { id }],
  ["any score", "session-created", { ...created, routing: { ...routing, score: 87 } }],
  ["a whole score and http", "session-created", { ...created, checkoutUrl: "http://127.0.0.1:80/é" }],
  ["no failure reason", "session", session],
  ["an undocumented status", "session", { ...session, status: "DECLINED", failureReason: "by the bank" }],
  ["a refund without a reason", "refund", refund],
  ["a refund with a null reason", "refund", { ...refund, reason: null }],
  ["a refund of everything", "refund-request", {}],
  ["anything as line items", "refund-request", { lineItems: [null, 1, { a: [] }] }],
  ["a new webhook", "webhook-created", { ...hook, signingSecret: "whsec_x" }],
  ["a tested webhook", "webhook", { ...hook, lastTestAt: now, lastTestStatus: 200, updatedAt: now }],
  ["a delivery", "webhook-test", tested],
  ["1024 emoji", "webhook-test", { ...tested, responseBody: "🙂".repeat(1024) }],
  ["an unreachable receiver", "webhook-test", { ...tested, httpStatusCode: null, responseBody: null }],
  ["no pages", "webhook-page", page],
  ["one empty page", "webhook-page", { ...page, totalPages: 1 }],
  ["one sentence", "error", error],
  ["several sentences", "error", { ...error, message: ["a", "b"] }],
  ["nothing", "empty", {}],
  ["a bare list of payment methods", "payment-methods", ["card"]],
  ["hundredths that binary cannot hold", "refund-request", { amount: 140.76 }],
];

const unlawful: readonly (readonly [WireSchema, unknown, string])[] = [
  [
    "session-created",
    { ...created, routing: { ...routing, score: "0.9" } },
    '`/routing/score` must be a number, but is the string "0.9"',
  ],
  ["session-created", { ...created, routing: { score: 1 } }, "`/routing/selectedProvider` is missing"],
  [
    "session-created",
    { ...created, status: "OPEN" },
    '`/status` must be "PENDING", but is the string "OPEN"',
  ],
  [
    "session-created",
    { ...created, checkoutUrl: "/pay" },
    '`/checkoutUrl` must be an absolute http or https URL, but is the string "/pay"',
  ],
  ["session", [], "the whole value must be an object, but is an empty array"],
  [
    "session",
    { ...session, refunds: [{ ...repaid, status: "DONE" }] },
    '`/refunds/0/status` must be "PENDING", "COMPLETED" or "FAILED", but is the string "DONE"',
  ],
  [
    "application",
    { ...application, createdAt: "2026-03-02T08:15:00+10:00" },
    '`/createdAt` must be an ISO 8601 instant in UTC, such as 2026-01-31T09:30:00Z, but is the string "2026-03-02T08:15:00+10:00"',
  ],
  [
    "application",
    { ...application, createdAt: "2026-02-30T08:15:00Z" },
    '`/createdAt` must be an ISO 8601 instant in UTC, such as 2026-01-31T09:30:00Z, but is the string "2026-02-30T08:15:00Z"',
  ],
  ["application", { ...application, id: "7" }, '`/id` must be a UUID, but is the string "7"'],
  [
    "application",
    { ...application, description: 3 },
    "`/description` must be a string or null, but is the number 3",
  ],
  ["api-key", key, '`/fullKey` must be absent, but is the string "ks_test_x1"'],
  [
    "webhook-created",
    { ...hook, signingSecret: "whsec_", isActive: false },
    "`/isActive` must be true, but is false",
  ],
  [
    "webhook-test",
    { ...tested, responseBody: "x".repeat(1025) },
    "`/responseBody` must have 1024 characters at most, but is a string of 1025 characters",
  ],
  ["webhook-page", { ...page, page: 1.5 }, "`/page` must be a whole number, but is the number 1.5"],
  ["webhook-page", { ...page, totalItems: -1 }, "`/totalItems` must be 0 or more, but is the number -1"],
  [
    "error",
    { ...error, message: ["a", ""] },
    "`/message/1` must be a string that is not empty, but is the empty string",
  ],
  ["error", { ...error, statusCode: "400" }, '`/statusCode` must be a whole number, but is the string "400"'],
  [
    "refund-request",
    { amount: 1.005 },
    "`/amount` must be a number with 2 decimals at most, but is the number 1.005",
  ],
  ["refund-request", { amount: 0 }, "`/amount` must be more than 0, but is the number 0"],
  ["login-request", { email: { $gt: "" } }, "`/email` must be a string, but is an object with $gt"],
];

describe("check", () => {
  it.each(lawful)("accepts %s (%s)", (_, schema, value) => {
    expect(check(schema, value)).toEqual([]);
  });

  it.each(unlawful)("refuses a wrong %s", (schema, value, sentence) => {
    expect(check(schema, value).map((fault) => fault.sentence)).toContain(sentence);
  });

  it("tells each fault by spot, expectation and finding", () => {
    expect(check("error", { statusCode: "x", message: "m" })).toEqual([
      { where: "/error", expected: "to be present", actual: "nothing", sentence: "`/error` is missing" },
      {
        where: "/statusCode",
        expected: "a whole number",
        actual: 'the string "x"',
        sentence: '`/statusCode` must be a whole number, but is the string "x"',
      },
    ]);
  });

  it("tells a spot and expectation once, though two keywords say so", () => {
    expect(check("application", { ...application, createdAt: "soon" })).toHaveLength(1);
  });
});
