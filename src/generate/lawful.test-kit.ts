import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { WireSchema } from "../schema/index.ts";

function fixture(name: string): object {
  return parse(readFileSync(new URL(`../../fixtures/${name}.yaml`, import.meta.url), "utf8")) as object;
}

const order = { ...fixture("order"), orderReference: "order-1", paymentMethod: "card" };
const signUp = fixture("organization");
const account = { email: "owner@example.com", password: "sixteen-letters-" };
const provider = {
  name: "stripe",
  paymentMethods: ["card", "ideal"],
  credentials: { apiKey: "sk_1234567890" },
};

/** A lawful body with every documented member, for each operation that takes one. */
export const lawfulBodies: Readonly<Partial<Record<WireSchema, unknown>>> = {
  "login-request": account,
  "application-request": { name: "Shop", description: "Web" },
  "application-status-request": { isEnabled: false },
  "api-key-request": { description: "till" },
  "provider-link-request": provider,
  "payment-methods-request": { paymentMethods: provider.paymentMethods },
  "provider-api-key-request": provider.credentials,
  "webhook-request": {
    url: "https://hooks.example.com/a",
    subscribedEvents: ["session.completed", "refund.failed"],
  },
  "webhook-update-request": { url: "https://hooks.example.com/b", isActive: true },
  "session-request": order,
  "session-request-reference": order,
  "refund-request": { amount: 1.25, reason: "a size too small", lineItems: [{ sku: "SHOE-42" }] },
  "signup-request": {
    ...signUp,
    admin: { ...account, firstName: "Ada", lastName: "Marsh" },
  },
};

export const lawfulEntries = Object.entries(lawfulBodies) as readonly (readonly [WireSchema, unknown])[];
