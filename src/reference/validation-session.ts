import * as v from "valibot";
import type { Use } from "./parts.ts";
import { amount, amountFromZero, anyObject, email, object, string, text, url } from "./validation-rules.ts";

const maybeText = v.exactOptional(string);

const address = object({
  line1: maybeText,
  line2: maybeText,
  city: maybeText,
  state: maybeText,
  postalCode: maybeText,
  country: maybeText,
});

const person = (use: Use) =>
  object({
    firstName: maybeText,
    lastName: maybeText,
    email: email(() => use().limits.email),
    phone: maybeText,
    billingAddress: v.exactOptional(address),
    shippingAddress: v.exactOptional(address),
  });

const item = (use: Use) =>
  object({
    name: text(use().measure, () => use().limits.itemName),
    sku: maybeText,
    quantity: v.pipe(
      v.number("must be a number"),
      v.safeInteger("must be a whole number"),
      v.minValue(1, "must be at least 1"),
    ),
    unitPrice: amountFromZero,
  });

/** A price: more than nothing, and exact to the cent. */
export const price = (use: Use) =>
  v.pipe(
    amount,
    v.check((value) => value > 0, "must be greater than 0"),
    v.check((value) => use().money.toMinor(value) !== undefined, "must have at most 2 decimals"),
  );

const redirectUrl = (use: Use) =>
  url(() => use().limits.url, ["https:", "http:"], "must be an absolute http or https URL");

export const sessionOrder = (use: Use) =>
  object({
    orderReference: text(use().measure, () => use().limits.orderReference),
    paymentMethod: text(use().measure, () => use().limits.paymentMethod),
    currency: v.pipe(string, v.regex(/^[A-Z]{3}$/, "must be three upper-case letters")),
    locale: maybeText,
    amount: object({
      total: price(use),
      shipping: v.exactOptional(amountFromZero),
      tax: v.exactOptional(amountFromZero),
    }),
    orderItems: v.pipe(v.array(item(use), "must be an array"), v.minLength(1, "must have at least one item")),
    customer: person(use),
    shipping: v.exactOptional(object({ type: maybeText, method: maybeText })),
    additionalInformation: v.exactOptional(anyObject),
    redirectUrls: object({ success: redirectUrl(use), failure: redirectUrl(use) }),
  });

export type SessionOrder = v.InferOutput<ReturnType<typeof sessionOrder>>;

export const refundOrder = (use: Use) =>
  object({
    amount: v.exactOptional(price(use)),
    reason: v.exactOptional(string),
    // Stored, never validated.
    lineItems: v.exactOptional(v.unknown()),
  });

export type RefundOrder = v.InferOutput<ReturnType<typeof refundOrder>>;
