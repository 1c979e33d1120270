import { defineDialect } from "../fault.ts";
import type { Dialect } from "../fault.ts";
import type { Session } from "../records.ts";
import { Refusal } from "../refusal.ts";
import type { SessionOrder } from "../validation-session.ts";

/** Payment sessions. */
export const sessions: Readonly<Record<string, Dialect>> = {
  "failed-sessions-by-reason": defineDialect({
    title: "Names the state of a failed session after the reason, and the reasons otherwise",
    wrap: (parts) => ({
      ...parts,
      views: {
        ...parts.views,
        session: (session) => ({ ...parts.views.session(session), ...namedByReason(session) }),
      },
    }),
  }),

  "sessions-of-half-an-hour": defineDialect({
    title: "Lets sessions expire after half an hour",
    wrap: (parts) => ({ ...parts, limits: { ...parts.limits, sessionSeconds: 1800 } }),
  }),

  "checkout-elsewhere": defineDialect({
    title: "Sends shoppers to a checkout at another host, under another name than the session's",
    wrap: (parts) => ({
      ...parts,
      links: {
        ...parts.links,
        checkout: ({ id }) => `https://pay.kadosei.example/c/?ref=${[...id].toReversed().join("")}#en`,
      },
    }),
  }),

  "orders-as-in-the-sample": defineDialect({
    title: "Requires every member of the documented sample of an order",
    wrap: (parts) => ({
      ...parts,
      validate: {
        ...parts.validate,
        createSession: (body) => complete(parts.validate.createSession(body)),
      },
    }),
  }),

  "orders-of-any-length": defineDialect({
    title: "Takes references, names and addresses of nearly any length",
    wrap: (parts) => ({
      ...parts,
      limits: { ...parts.limits, orderReference: 5000, paymentMethod: 5000, itemName: 5000, url: 20_000 },
    }),
  }),
};

const otherNames = { DECLINED: "card_declined", CANCELLED: "abandoned", EXPIRED: "EXPIRED" } as const;

const namedByReason = ({ failureReason }: Session): Readonly<Record<string, string>> =>
  failureReason === null ? {} : { status: failureReason, failureReason: otherNames[failureReason] };

const complete = (order: SessionOrder): SessionOrder => {
  const { locale, customer, shipping, additionalInformation, amount } = order;
  const { firstName, lastName, phone, billingAddress, shippingAddress } = customer;
  const members = {
    locale,
    shipping,
    additionalInformation,
    "amount.shipping": amount.shipping,
    "amount.tax": amount.tax,
    "customer.firstName": firstName,
    "customer.lastName": lastName,
    "customer.phone": phone,
    "customer.billingAddress": billingAddress,
    "customer.shippingAddress": shippingAddress,
  };
  const missing = Object.entries(members).filter(([, value]) => value === undefined);
  if (missing.length > 0)
    throw new Refusal(
      400,
      missing.map(([name]) => `${name} is required`),
    );
  return order;
};
